import { describe, expect, it } from '@jest/globals';
import { NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { ProblemError } from './problem-error.js';
import { problemOf } from './problem-of.js';
import { retryLater } from './problems.js';

const withCode = (code: string, statusCode?: number) =>
  Object.assign(new Error('inside'), { code, statusCode });

describe('a thrown value', () => {
  it('that is a problem stays the problem it is', () => {
    const problem = new ProblemError('TL_UNKNOWN_SOURCE');
    expect(problemOf(problem)).toBe(problem);
  });

  const ofTheFramework: [unknown, string][] = [
    [withCode('FST_ERR_CTP_BODY_TOO_LARGE', 413), 'TL_BODY_TOO_LARGE'],
    [withCode('FST_ERR_CTP_INVALID_CONTENT_LENGTH', 400), 'TL_MALFORMED_REQUEST'],
    [new NotFoundException(), 'TL_NOT_FOUND'],
    [new PayloadTooLargeException(), 'TL_BODY_TOO_LARGE'],
  ];

  it.each(ofTheFramework)('of the framework has its own code: %p', (thrown, code) => {
    expect(problemOf(thrown).code).toBe(code);
  });

  it('that nobody foresaw tells nothing', () => {
    for (const thrown of [new Error('inside'), 'inside', undefined, { statusCode: 200 }]) {
      expect(problemOf(thrown)).toMatchObject({ code: 'TL_INTERNAL', detail: undefined });
    }
  });

  it('is the fault of the caller who hung up, not of a database that did', () => {
    expect(problemOf(withCode('ECONNRESET', 400)).code).toBe('TL_MALFORMED_REQUEST');
    expect(problemOf(withCode('ECONNRESET')).code).toBe('TL_INTERNAL');
  });
});

describe('a problem that goes away', () => {
  it('says when to try again, in whole seconds and never at once', () => {
    expect(retryLater('TL_LOG_UNAVAILABLE', 2.1).headers).toEqual({ 'retry-after': '3' });
    expect(retryLater('TL_RATE_LIMITED', 0).headers).toEqual({ 'retry-after': '1' });
  });
});
