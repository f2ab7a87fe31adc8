import { writtenDuration } from '../../values.js';
import type { AlertRule } from './alerts.js';
import { writtenLimit, writtenShare } from './limits.js';
import { scopeInWords } from './scope.js';

/** What a rule means, in a sentence without secrets. */
export function describeRule(one: AlertRule): string {
  const told =
    one.notify.length === 0
      ? 'nobody is told'
      : `told are ${one.notify.map((to) => (typeof to === 'string' ? to : `a ${to.kind}`)).join(', ')}`;
  const scope = scopeInWords(one.for);
  const alert = 'severity' in one && one.severity === 'page' ? 'a page' : 'an alert';
  return `Rule ${one.name} raises ${alert} when ${when(one)}${scope === '' ? '' : `, but only${scope}`}; ${told}.`;
}

function when(one: AlertRule): string {
  switch (one.rule) {
    case 'change-failure-spike':
      return 'changes fail more often than is usual';
    case 'threshold':
      return `${one.metric} of ${WHOSE[one.per]} over ${writtenDuration(one.window)} is ${one.direction} ${writtenLimit(one.metric, one.limit)}${one.hold === 0 ? '' : ` for ${writtenDuration(one.hold)}`}`;
    case 'drift':
      return `${one.metric} of ${WHOSE[one.per]} is longer in the last ${writtenDuration(one.window)} than in the ${writtenDuration(one.before)} before`;
    case 'open-failure':
      return 'a failed deployment stays open for unusually long';
    case 'source-silent':
      return 'what used to speak falls silent';
    case 'burn-rate':
      return `more changes fail than the ${writtenShare(one.objective)} that may`;
  }
}

const WHOSE = { service: 'a service', team: 'a team', everything: 'everything' } as const;
