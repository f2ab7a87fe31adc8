import { describe, expect, it } from '@jest/globals';
import { canBeSentAgain, deliveryInWords } from './delivery-words.js';

const delivery = {
  createdAt: '2026-03-02T10:00:00.000Z',
  attempts: 1,
  nextAttemptAt: null,
  settledAt: null,
  lastError: null,
};
const at = '2026-03-02T10:00:01.000Z';

describe('how far a delivery came', () => {
  it('is when it arrived, and after how many attempts if not at the first', () => {
    const arrived = { ...delivery, state: 'delivered' as const, settledAt: at };
    expect(deliveryInWords(arrived, 'UTC')).toBe('delivered on 2 Mar 2026, 10:00');
    expect(deliveryInWords({ ...arrived, attempts: 3 }, 'UTC')).toBe(
      'delivered on 2 Mar 2026, 10:00, after 3 attempts',
    );
  });

  it('is when it is tried next', () => {
    const pending = { ...delivery, state: 'pending' as const, nextAttemptAt: at };
    expect(deliveryInWords({ ...pending, attempts: 0 }, 'UTC')).toBe('on its way');
    expect(deliveryInWords(pending, 'UTC')).toBe(
      'tried again on 2 Mar 2026, 10:00, after 1 attempt',
    );
  });

  it('can be sent again once nobody tries it any more', () => {
    const failed = { ...delivery, state: 'failed' as const, attempts: 10, settledAt: at };
    expect(deliveryInWords(failed, 'UTC')).toBe('given up after 10 attempts on 2 Mar 2026, 10:00');
    expect(
      ['failed', 'disabled', 'pending', 'delivered', 'dropped'].filter((state) =>
        canBeSentAgain(state as 'failed'),
      ),
    ).toEqual(['failed', 'disabled']);
  });
});
