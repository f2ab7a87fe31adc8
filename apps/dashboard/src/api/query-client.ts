import { ApiProblem } from '@throughline/api-client';
import { QueryClient } from '@tanstack/react-query';

/** A refusal stays one when it is repeated; a server that is away may come back. */
function worthRepeating(failures: number, error: Error): boolean {
  const status = error instanceof ApiProblem ? error.problem.status : 503;
  return status >= 500 && failures < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: worthRepeating,
      // What changes is told by the live stream; until then an answer is as good as it was.
      staleTime: 60_000,
      refetchOnWindowFocus: false,
    },
  },
});
