import type { DeliveryOutcome, FailedDelivery } from './receiver.js';

/** Why a notification was not taken. Its message is fit to be shown. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';

  constructor(
    message: string,
    readonly failure: Omit<FailedDelivery, 'outcome' | 'message'>,
  ) {
    super(message);
  }
}

/** Makes an attempt and says what became of it. */
export async function outcomeOf(attempt: () => Promise<void>): Promise<DeliveryOutcome> {
  try {
    await attempt();
    return { outcome: 'delivered' };
  } catch (error) {
    if (error instanceof DeliveryError) {
      return { outcome: 'failed', ...error.failure, message: error.message };
    }
    // The message of an error that nobody foresaw may quote an address or a password.
    const name = error instanceof Error ? error.name : typeof error;
    return { outcome: 'failed', again: true, message: `it failed in an unforeseen way (${name})` };
  }
}
