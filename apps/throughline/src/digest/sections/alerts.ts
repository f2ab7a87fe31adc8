import { durationInWords } from '@throughline/dora';
import type { Alert } from '../../answers/alert-list.js';
import { named } from '../dashboard-links.js';
import type { DigestView } from '../digest-view.js';
import { type Block, cell, type Row, type Section } from '../document.js';
import { moreOf } from './more-of.js';

/** More of them nobody reads in a mail. */
const MOST = 15;

/** What fired in the week, whose it is, and how it ended. */
export function alerts(view: DigestView): Section {
  return { heading: 'Alerts of the week', blocks: blocksOf(view.data.alerts, view) };
}

function blocksOf(fired: readonly Alert[] | null, view: DigestView): Block[] {
  if (fired === null) {
    return [paragraph('Alerts are about services, and this is about a repository.')];
  }
  if (fired.length === 0) return [paragraph('None.')];
  const rows = fired.slice(0, MOST).map((alert) => rowOf(alert, view));
  return [
    { kind: 'table', columns: ['What', 'Whose', 'Since', 'How it ended'], rows },
    ...moreOf(fired.length - rows.length, '/alerts/history', view),
  ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', content: [text] };
}

function rowOf(alert: Alert, { links, times }: DigestView): Row {
  const { severity, team, startedAt, acknowledged } = alert;
  const taken = acknowledged === null ? [] : [[`taken on by ${named(acknowledged.by)}`]];
  return [
    [[links.alert(alert)], [severity]],
    cell(team === null ? 'nobody’s' : named(team)),
    cell(times.moment(startedAt)),
    [[ending(alert)], ...taken],
  ];
}

function ending({ startedAt, resolvedAt, resolution }: Alert): string {
  if (resolvedAt === null) return 'fires still';
  const lasted = durationInWords((Date.parse(resolvedAt) - Date.parse(startedAt)) / 1000);
  const why = ENDINGS.get(resolution ?? '') ?? 'over';
  return `${why} after ${lasted}`;
}

const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['recovered', 'recovered'],
  ['quiet', 'nothing failed any more'],
  ['corrected', 'corrected: it should not have been raised'],
  ['new_normal', 'said to be normal now'],
  ['rule_removed', 'its rule was removed'],
]);
