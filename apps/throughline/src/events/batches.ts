/** Well below what one request may hold (10,000 events, 16 MiB): a batch is also what a retry repeats. */
export const BATCH_EVENTS = 5_000;
export const BATCH_BYTES = 8 * 1024 * 1024;

/** An event on its way out. */
export interface EventLine {
  /** The event as JSON on one line. */
  readonly json: string;
}

/** Groups events, in order, into requests. One that alone is larger than a batch makes its own. */
export async function* inBatches<Line extends EventLine>(
  lines: AsyncIterable<Line> | Iterable<Line>,
): AsyncGenerator<readonly Line[]> {
  let batch: Line[] = [];
  let bytes = 0;
  for await (const line of lines) {
    const size = Buffer.byteLength(line.json) + 1;
    if (batch.length === BATCH_EVENTS || (batch.length > 0 && bytes + size > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(line);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
