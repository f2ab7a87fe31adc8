import { answerOf } from '@throughline/api-client';
import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { api } from './client.js';

/** What somebody says who takes an alert on. */
export interface TakingOn {
  readonly by: string;
  readonly note: string;
  readonly newNormal: boolean;
}

export function takeAlertOn(client: QueryClient, id: string) {
  return mutationOptions({
    mutationFn: (body: TakingOn) =>
      answerOf(api.POST('/v1/alerts/{id}/acknowledge', { params: { path: { id } }, body })),
    onSuccess: () => refreshAlerts(client),
  });
}

export function sendAgain(client: QueryClient, id: string) {
  return mutationOptions({
    mutationFn: (delivery: string) =>
      answerOf(
        api.POST('/v1/alerts/{id}/deliveries/{delivery}/send-again', {
          params: { path: { id, delivery } },
        }),
      ),
    onSuccess: () => refreshAlerts(client),
  });
}

/** The alerter hears of it over the log: what changed by then is asked for, the rest the live stream tells. */
function refreshAlerts(client: QueryClient): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [question] }) => String(question).startsWith('alert'),
  });
}
