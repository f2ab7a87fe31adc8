import type { Alert } from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { DecidedAlert } from '@throughline/store';
import { stableId } from '../deciding/alert-id.js';
import { isHistory } from '../deciding/reconcile.js';

/** The name that alerts about common causes have where others have their rule's. */
export const COMMON_CAUSE = 'common-cause';

/** How many services must begin to fail together before one cause is a better guess than as many. */
const FEWEST_SERVICES = 3;

/** How far apart they may begin. */
const WITHIN_MS = 60 * 60 * 1000;

/** That alerts are parts of one about their common cause, which is new or was there. */
export interface Grouping {
  readonly parent: DecidedAlert;
  readonly isNew: boolean;
  /** The alerts that become parts of it now. */
  readonly joining: readonly Alert[];
}

/**
 * Finds what began to fail together. Failures of services that share nothing are independent, so
 * that three within an hour are a rare chance; a shared dependency makes them one event, and one
 * event is one alert.
 *
 * @param firing everything that fires in one environment
 */
export function groupByCause(firing: readonly Alert[], now: Instant): Grouping | undefined {
  const parent = firing.find(({ kind }) => kind === COMMON_CAUSE);
  const loners = firing
    .filter((alert) => alert.kind === 'change-failure-spike' && alert.parentId === undefined)
    .filter((alert) => !isHistory(alert))
    .toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  if (parent !== undefined) {
    const last = Math.max(
      parent.startedAt,
      ...firing.filter(({ parentId }) => parentId === parent.id).map(({ startedAt }) => startedAt),
    );
    const joining = loners.filter(
      ({ startedAt }) => startedAt >= parent.startedAt - WITHIN_MS && startedAt <= last + WITHIN_MS,
    );
    if (joining.length === 0) return undefined;
    const parts = [...firing.filter(({ parentId }) => parentId === parent.id), ...joining];
    const { parentId: _, unsaid: __, ...kept } = parent;
    const told = { ...kept, ...findingOf(parts), startedAt: parent.startedAt };
    return { parent: { ...told, revision: parent.revision + 1 }, isNew: false, joining };
  }
  const together = loners
    .map((first) =>
      loners.filter(
        ({ startedAt }) => startedAt >= first.startedAt && startedAt <= first.startedAt + WITHIN_MS,
      ),
    )
    .find((parts) => servicesOf(parts).length >= FEWEST_SERVICES);
  if (together === undefined) return undefined;
  return { parent: opened(together, now), isNew: true, joining: together };
}

function opened(parts: readonly Alert[], now: Instant): DecidedAlert {
  const [first] = parts;
  const { environment } = first?.subject ?? {};
  return {
    ...findingOf(parts),
    // Its first part names it, so that it is the same one when it is decided again.
    id: stableId(COMMON_CAUSE, environment, first?.id),
    rule: COMMON_CAUSE,
    kind: COMMON_CAUSE,
    subject: { environment },
    state: 'firing',
    openedAt: now,
    revision: 1,
  };
}

function servicesOf(parts: readonly Alert[]): readonly string[] {
  return [...new Set(parts.flatMap(({ subject }) => subject.service ?? []))];
}

function findingOf(parts: readonly Alert[]) {
  const services = servicesOf(parts);
  const starts = parts.map(({ startedAt }) => startedAt);
  const startedAt = Math.min(...starts);
  const minutes = Math.round((Math.max(...starts) - startedAt) / 60_000);
  const { environment = 'no environment' } = parts[0]?.subject ?? {};
  const within = minutes < 1 ? 'within a minute' : `within ${minutes} minutes`;
  return {
    severity: parts.some(({ severity }) => severity === 'page') ? 'page' : 'notify',
    startedAt,
    lastEventAt: Math.max(...parts.map(({ lastEventAt }) => lastEventAt)),
    title: `${services.length} services in ${environment} began to fail ${within}: a common cause is likely`,
    explanation: [
      `Changes began to fail more often than usual ${within} in ${services.join(', ')}.`,
      `${FEWEST_SERVICES} services or more within an hour are taken to have one cause: look for what they share before you look at each.`,
      'What each of them shows is in its own alert, which is a part of this one and is not told of by itself.',
    ],
    evidence: {
      numbers: [
        {
          name: 'services',
          label: 'services that began to fail',
          value: services.length,
          unit: 'count',
        },
        {
          name: 'spread',
          label: 'between the first and the last',
          value: minutes * 60,
          unit: 'seconds',
        },
      ],
      deployments: [],
    },
  } as const;
}

/** Whether nothing that an alert about a common cause is made of fires any more. */
export function isOver(parts: readonly Alert[]): boolean {
  return parts.length > 0 && parts.every(({ state }) => state === 'resolved');
}
