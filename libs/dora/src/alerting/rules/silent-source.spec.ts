import { expect, it } from '@jest/globals';
import { judgeSilence } from '../../quality/silence.js';
import { silentSourceFinding } from './silent-source.js';

const DAY = 24 * 60 * 60 * 1000;

it('tells of a source that spoke every six hours and has not for four days', () => {
  const lastAt = Date.UTC(2026, 2, 20, 12);
  const asOf = lastAt + 4 * DAY;
  const daily = Array.from({ length: 90 }, () => 4);
  const silence = judgeSilence({ daily, lastAt }, { asOf, days: 3 });
  const source = { kind: 'deployments', name: 'github', lastAt };
  const finding = silence && silentSourceFinding(source, silence, 'notify', asOf);
  expect(silence?.silent).toBe(true);
  expect(finding).toMatchObject({
    severity: 'notify',
    // News now: an alert about what was last heard four days ago would be history.
    ...{ startedAt: asOf, lastEventAt: asOf },
    title: 'github: no deployments for 4 d',
    evidence: {
      numbers: [
        { name: 'quiet', value: 4 * 86_400 },
        { name: 'usual', value: 6 * 3600 },
      ],
    },
  });
  expect(finding?.explanation[0]).toBe(
    'The last of its deployments was at 2026-03-20 12:00 UTC, 4 d ago. Until then there was one every 6 h.',
  );
  // Of the weekdays that were quiet twelve, thirteen and thirteen had been busy: 1/14 · 1/15 · 1/15.
  expect(finding?.explanation[1]).toContain('as long a quiet comes about once in 3,150 times.');
});
