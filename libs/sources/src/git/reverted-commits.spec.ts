import { describe, expect, it } from '@jest/globals';
import { revertedCommits } from './reverted-commits.js';

const sha = (letter: string, digits = 40) => letter.repeat(digits);

describe('what a message takes back', () => {
  it.each([
    ['nothing', 'Charge the card once', []],
    ['one commit', `Revert "Charge"\n\nThis reverts commit ${sha('a')}.\n`, [sha('a')]],
    [
      'a merge, and not what it was merged into',
      `Revert "Merge"\n\nThis reverts commit ${sha('a')}, reversing\nchanges made to ${sha('b')}.\n`,
      [sha('a')],
    ],
    ['a commit of a SHA-256 repository', `This reverts commit ${sha('a', 64)}.`, [sha('a', 64)]],
    [
      'what the commits of a squashed branch take back, each once',
      `Revert both (#7)\r\n\r\n* Revert "A"\r\n\r\n  This reverts commit ${sha('a')}.\r\n` +
        `* Revert "B"\r\n\r\n  This reverts commit ${sha('b')}.\r\n` +
        `* Again\r\n\r\n  This reverts commit ${sha('a')}.\r\n`,
      [sha('a'), sha('b')],
    ],
    ['nothing by an abbreviated hash', 'This reverts commit abc1234 (Charge, 2026-01-01).', []],
    ['nothing by a hash of no known length', `This reverts commit ${sha('a', 50)}.`, []],
    ['nothing in passing', `Unlike the one before: This reverts commit ${sha('a')}.`, []],
  ])('is %s', (_, message, shas) => {
    expect(revertedCommits(message)).toEqual(shas);
  });

  it('is no more than an event lists', () => {
    const line = (_: unknown, index: number) =>
      `This reverts commit ${index.toString(16).padStart(40, '0')}.`;
    expect(revertedCommits(Array.from({ length: 101 }, line).join('\n'))).toHaveLength(100);
  });
});
