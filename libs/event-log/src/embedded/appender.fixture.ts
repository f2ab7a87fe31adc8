import { openEmbeddedEventLog } from './open-embedded-event-log.js';

/**
 * A process of its own that appends until it is killed: appends of so many records, each with the number of
 * its append, several under way at a time. It writes a line with the number of each that was acknowledged.
 */
const [directory = '', first = '0', recordsPerAppend = '1'] = process.argv.slice(2);

const log = await openEmbeddedEventLog({ directory, topics: ['test.commits'] });
process.stdout.write('open\n');

const UNDER_WAY = 8;
let next = Number(first);

async function appendOneAfterTheOther(): Promise<never> {
  for (;;) {
    const number = (next += 1);
    const value = Buffer.from(String(number));
    await log.append(
      Array.from({ length: Number(recordsPerAppend) }, (_, index) => ({
        ...{ topic: 'test.commits', key: `repository-${index}`, value },
      })),
    );
    process.stdout.write(`${number}\n`);
  }
}

await Promise.all(Array.from({ length: UNDER_WAY }, appendOneAfterTheOther));
