import { LogClosedError, LogUnavailableError } from '@throughline/event-log';
import { retryLater } from '@throughline/service-kit';

/** How soon a log that is away may be back. */
const RETRY_AFTER_SECONDS = 5;

/** @throws ProblemError 503 when the log is not there to take it */
export async function durably(append: Promise<unknown>): Promise<void> {
  try {
    await append;
  } catch (error) {
    if (error instanceof LogUnavailableError || error instanceof LogClosedError) {
      throw retryLater('TL_LOG_UNAVAILABLE', RETRY_AFTER_SECONDS, { cause: error });
    }
    throw error;
  }
}
