import { LogUnavailableError } from '../errors.js';
import { openEmbeddedEventLog } from './open-embedded-event-log.js';

/** Appends more than there is room for, several at a time, and writes down how each append ended. */
const [directory = '', appends = '0', recordsPerAppend = '1'] = process.argv.slice(2);

const log = await openEmbeddedEventLog({ directory, topics: ['test.commits'] });

async function append(number: number): Promise<void> {
  const value = Buffer.alloc(1000, `${number} `);
  const records = Array.from({ length: Number(recordsPerAppend) }, (_, index) => ({
    ...{ topic: 'test.commits', key: `repository-${index}`, value },
    headers: { append: String(number) },
  }));
  const outcome = await log.append(records).then(
    () => 'stored',
    (error: unknown) => (error instanceof LogUnavailableError ? 'unavailable' : String(error)),
  );
  process.stdout.write(`${number} ${outcome}\n`);
}

for (let number = 0; number < Number(appends); number += 4) {
  await Promise.all([0, 1, 2, 3].map((index) => append(number + index)));
}
await log.close();
