import { describe, expect, it } from '@jest/globals';
import { QUALITY_CHECK_NAMES, QUALITY_COVERAGE_NAMES } from '@throughline/dora';
import { findingsRemedy, findingsTitle } from './finding-titles.js';

describe('the title of a list of findings', () => {
  it.each([...QUALITY_CHECK_NAMES, ...QUALITY_COVERAGE_NAMES])('is there for %s', (name) => {
    expect(findingsTitle(name)).toBeTruthy();
  });

  it('is none where there is no such check, whatever objects are called to have', () => {
    expect(findingsTitle('toString')).toBeUndefined();
    expect(findingsRemedy('toString')).toBeUndefined();
  });
});
