import type { ApiClient, Receipt } from '../api/api-client.js';
import type { Progress } from '../terminal/progress.js';
import { type EventLine, inBatches } from './batches.js';

export interface Sending<Line extends EventLine> {
  readonly progress: Progress;
  readonly quarantineInvalid?: boolean;
  /** Turns the refusal of a batch into what the user is told; nothing of the batch was kept. */
  readonly refused?: (error: unknown, batch: readonly Line[], sentBefore: Receipt) => unknown;
}

/** Sends events a batch at a time, each only after the one before is durable. */
export async function sendEvents<Line extends EventLine>(
  api: ApiClient,
  lines: AsyncIterable<Line> | Iterable<Line>,
  { progress, quarantineInvalid = false, refused }: Sending<Line>,
): Promise<Receipt> {
  const sum = { accepted: 0, duplicates: 0, quarantined: 0 };
  try {
    for await (const batch of inBatches(lines)) {
      const receipt = await api
        .sendEvents(
          batch.map(({ json }) => json),
          { quarantineInvalid },
        )
        .catch((error: unknown) => {
          throw refused?.(error, batch, sum) ?? error;
        });
      sum.accepted += receipt.accepted;
      sum.duplicates += receipt.duplicates;
      sum.quarantined += receipt.quarantined;
      progress.advance(batch.length);
    }
  } finally {
    progress.stop();
  }
  return sum;
}

/** `12 accepted, 3 known already`. */
export function describeReceipt({ accepted, duplicates, quarantined }: Receipt): string {
  const parts = [`${accepted} accepted`, `${duplicates} known already`];
  if (quarantined > 0) parts.push(`${quarantined} in quarantine`);
  return parts.join(', ');
}
