import { describe, expect, it } from '@jest/globals';
import type { LogRecord } from '../event-log.js';
import { Appends } from './appends.js';

const record = (key: string): LogRecord => ({
  topic: 'commits',
  key,
  value: Buffer.from(key),
  headers: {},
});

const keysOf = (written: readonly (readonly LogRecord[])[]) =>
  written.map((records) => records.map(({ key }) => key));

describe('what is appended in one turn of the event loop', () => {
  it('is written together, in the order in which it came', async () => {
    const written: (readonly LogRecord[])[] = [];
    const appends = new Appends((records) => Promise.resolve(void written.push(records)));
    await Promise.all([appends.add([record('a'), record('b')]), appends.add([record('c')])]);
    await appends.add([record('d')]);
    expect(keysOf(written)).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('fails together, and what comes later does not', async () => {
    const failures = [new Error('the disk is full')];
    const appends = new Appends(() => {
      const failure = failures.pop();
      return failure ? Promise.reject(failure) : Promise.resolve();
    });
    const results = await Promise.allSettled([
      appends.add([record('a')]),
      appends.add([record('b')]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(appends.add([record('a')])).resolves.toBeUndefined();
  });

  it('is written before the log is closed', async () => {
    const written: (readonly LogRecord[])[] = [];
    const appends = new Appends((records) => Promise.resolve(void written.push(records)));
    void appends.add([record('a')]);
    await appends.written();
    expect(keysOf(written)).toEqual([['a']]);
  });
});
