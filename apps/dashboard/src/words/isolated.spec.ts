import { describe, expect, it } from '@jest/globals';
import { isolated } from './isolated.js';

describe('a name in a sentence', () => {
  it('is as it came where it turns nothing', () => {
    expect(isolated('outage-7 <b> 🔥')).toBe('outage-7 <b> 🔥');
  });

  it('turns nothing but itself', () => {
    expect(isolated('a\u202eb')).toBe('\u2068a\u202eb\u2069');
    expect(isolated('שלום')).toBe('\u2068שלום\u2069');
  });

  it('cannot end its isolation', () => {
    expect(isolated('\u2069\u202eb')).toBe('\u2068\u202eb\u2069');
  });
});
