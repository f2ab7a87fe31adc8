import { nextOverdueAt, overdueFailureFinding, overdueFailures } from '@throughline/dora';
import type { AlertRuleOf } from '@throughline/service-kit';
import type { Looked } from '../looked.js';
import type { PlaceQuestion } from '../place-rules.js';

/** Which failed deployments of a place stay open for longer than is usual for it. */
export function lookForOpenFailures(
  { name, severity }: AlertRuleOf<'open-failure'>,
  { place: { service, environment, judged }, now }: PlaceQuestion,
): readonly Looked[] {
  const place = { rule: name, kind: 'open-failure' } as const;
  const next = nextOverdueAt(judged, now);
  return [
    ...overdueFailures(judged, now).map((overdue): Looked => {
      const subject = { service, environment, deploymentId: overdue.outcome.id };
      const finding = overdueFailureFinding(overdue, subject, severity);
      const { endedAt, resolution } = overdue;
      return { ...place, subject, episodes: [{ finding, endedAt, resolution }] };
    }),
    // What is not overdue yet is nothing to tell, and something to look at again.
    { ...place, subject: { service, environment }, episodes: [], nextLookAt: next },
  ];
}
