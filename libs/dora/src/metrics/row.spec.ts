import { describe, expect, it } from '@jest/globals';
import { DEVLAKE, DORA, GITLAB } from '../definitions/definitions.js';
import { deployment, incident, march } from '../facts/facts.fixture.js';
import { judged } from '../failures/evidence.fixture.js';
import { incidentsOfRow, METRIC_NAMES, metricsOf, openedIn } from './row.js';

const WEEK = { start: march(2), end: march(9) };

const lasting = (id: string, from: number, to?: number) =>
  incident({ id, openedAt: march(from), resolvedAt: to === undefined ? undefined : march(to) });

/** Before, into, through, within and out of the week, and one that goes on. */
const INCIDENTS = [
  lasting('before', 1, 1),
  lasting('into', 1, 5),
  lasting('through', 1, 9),
  lasting('within', 2, 8),
  lasting('out of', 8, 9),
  lasting('going on', 3),
  lasting('after', 9, 10),
];

describe('the incidents of a row', () => {
  it('are by its opening for dora and by its resolution for devlake and gitlab', () => {
    const ids = (definition: typeof DORA) =>
      incidentsOfRow(INCIDENTS, WEEK, definition).map(({ id }) => id);
    expect(ids(DORA)).toEqual(['within', 'out of', 'going on']);
    expect(ids(DEVLAKE)).toEqual(['into', 'within']);
    expect(ids(GITLAB)).toEqual(['into', 'within']);
    expect(openedIn(INCIDENTS, WEEK).map(({ id }) => id)).toEqual(ids(DORA));
  });

  it('that are failures for gitlab are those that opened in it, whenever they were over', () => {
    const { changeFailRate, timeToRestore } = metricsOf(
      {
        judged: judged({ deployments: [deployment({ id: 'd', finishedAt: march(3) })] }, GITLAB),
        incidents: INCIDENTS,
        leadTime: {
          unit: 'changes',
          timed: 0,
          seconds: [],
          shippedTogether: [],
          mergeCommits: 0,
          baseline: 0,
          waiting: 0,
          begun: [],
        },
        changes: [],
        direct: [],
      },
      WEEK,
      {
        definition: GITLAB,
        timezone: 'UTC',
        asOf: march(20),
        hasKnownCommit: () => true,
        causedAt: () => undefined,
      },
      METRIC_NAMES,
    );
    expect(changeFailRate).toMatchObject({ failed: 3, deployments: 1, rate: 3 });
    expect(timeToRestore).toMatchObject({ incidents: 2, resolved: 2, open: 0 });
  });
});
