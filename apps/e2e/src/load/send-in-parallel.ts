import { ConnectionLost, type PlatformClient } from '../platform/platform-client.js';

const IN_FLIGHT = 4;

/**
 * Sends requests, several at once, until all are answered or the platform is gone.
 *
 * @param onAnswered told after each request that was answered 202, with how many there have been
 * @returns the requests that were answered 202; of the others nobody knows
 */
export async function sendInParallel<Request>(
  api: PlatformClient,
  requests: readonly Request[],
  eventsOf: (request: Request) => readonly object[],
  onAnswered: (count: number) => void = () => undefined,
): Promise<readonly Request[]> {
  const answered: Request[] = [];
  const left = [...requests];
  const sender = async (): Promise<void> => {
    for (let request = left.shift(); request !== undefined; request = left.shift()) {
      try {
        await api.send(eventsOf(request));
      } catch (error) {
        if (error instanceof ConnectionLost) return;
        throw error;
      }
      answered.push(request);
      onAnswered(answered.length);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, sender));
  return answered;
}
