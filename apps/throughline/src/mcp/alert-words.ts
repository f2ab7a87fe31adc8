import type { Alert } from '../answers/alert-list.js';
import { foreignText } from '../text/foreign-text.js';
import { nameInWords } from './names.js';

/** A title is our own words, with the names of things in them. */
const LONGEST_TITLE = 200;

/** A note is what somebody wrote who took an alert on. */
const LONGEST_NOTE = 200;

/** An alert as data for a model: what people wrote is one line that hides nothing. */
export function asData<Shown extends Alert>(alert: Shown): Shown {
  const { title, acknowledged } = alert;
  const note = acknowledged?.note ?? null;
  return {
    ...alert,
    title: foreignText(title, LONGEST_TITLE),
    acknowledged: acknowledged && {
      ...acknowledged,
      by: nameInWords(acknowledged.by),
      note: note === null ? null : foreignText(note, LONGEST_NOTE),
    },
  };
}

/** `- page since 2026-03-05T…: api in production, by the rule change-failures; taken on` */
export function alertInWords(alert: Alert): string {
  const { severity, subject, rule, startedAt, resolvedAt, resolution } = alert;
  const when =
    resolvedAt === null
      ? `since ${startedAt}`
      : `from ${startedAt} to ${resolvedAt} (${resolution ?? 'resolved'})`;
  const about = [
    subject.service ?? subject.team ?? subject.source ?? 'several services',
    ...(subject.environment === null ? [] : [`in ${subject.environment}`]),
  ].map(nameInWords);
  const taken = resolvedAt === null ? `; ${takenOnInWords(alert)}` : '';
  return `- ${severity} ${when}: ${about.join(' ')}, by the rule ${nameInWords(rule)}${taken}`;
}

function takenOnInWords({ acknowledged, parentId }: Alert): string {
  const part = parentId === null ? '' : `, a part of ${nameInWords(parentId)}`;
  return `${acknowledged === null ? 'nobody has taken it on' : 'somebody has taken it on'}${part}`;
}
