import { useInfiniteQuery } from '@tanstack/react-query';
import { deploymentsQuestion, incidentsQuestion } from '../../api/questions.js';
import { Message } from '../../components/message.js';
import { useListScope, useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';
import { calmSince } from './calm-since.js';

/** So many of the latest are looked at for the one that ended last. */
const LATEST = 100;

/** That nothing which failed, burns or was heard of is left open, and since when. */
export function Calm() {
  const timezone = useTimezone();
  const scope = useListScope();
  const failures = useInfiniteQuery(
    deploymentsQuestion({ ...scope, failed: true, recovered: true, limit: LATEST }),
  );
  const incidents = useInfiniteQuery(incidentsQuestion({ ...scope, open: false, limit: LATEST }));
  if (failures.data === undefined || incidents.data === undefined) return null;
  const since = calmSince({
    failures: failures.data.pages[0]?.items ?? [],
    incidents: incidents.data.pages[0]?.items ?? [],
  });
  return (
    <Message title="Nothing is open or silent">
      <p>{since === null ? NOTHING_WAS : calmInWords(momentInWords(since, timezone), timezone)}</p>
    </Message>
  );
}

const NOTHING_WAS =
  'No deployment of this window failed, no incident opened in it, and whatever has a rhythm keeps it.';

function calmInWords(since: string, timezone: string): string {
  return (
    'Every failed deployment of this window was recovered, no incident is open, and whatever has a ' +
    `rhythm keeps it. The last of what was wrong was put right on ${since} ${timezone}.`
  );
}
