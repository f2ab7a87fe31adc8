import { DashboardLinks, named } from './dashboard-links.js';
import type { DigestData } from './digest-data.js';
import type { DigestQuestion } from './digest-question.js';
import { type DigestView, onlyRow } from './digest-view.js';
import type { Document, Inline } from './document.js';
import { datePlus } from './iso-week.js';
import { alerts } from './sections/alerts.js';
import { failures } from './sections/failures.js';
import { inShort } from './sections/in-short.js';
import { numbers } from './sections/numbers.js';
import { open } from './sections/open.js';
import { quality } from './sections/quality.js';
import { stages } from './sections/stages.js';
import { waiting } from './sections/waiting.js';
import { where } from './sections/where.js';
import { TimeWords } from './time-words.js';

const FILTERS = ['team', 'service', 'repository', 'environment'] as const;

/**
 * Writes down what a week was like.
 *
 * @param dashboardUrl where its links lead
 */
export function digestDocument(
  data: DigestData,
  { week, scope }: DigestQuestion,
  dashboardUrl: string,
): Document {
  const window = { ...scope, from: week.monday, to: datePlus(week.monday, 7) };
  const view: DigestView = {
    data,
    week: onlyRow(data.thisWeek),
    fourWeeks: onlyRow(data.fourWeeks),
    links: new DashboardLinks(dashboardUrl, window),
    times: new TimeWords(data.thisWeek.timezone),
  };
  const [year = '', number = ''] = week.name.split('-W');
  return {
    title: `Delivery in week ${Number(number)} of ${year}`,
    subtitle: subtitle(view, scope),
    sections: [inShort, numbers, where, failures, alerts, open, stages, waiting, quality].map(
      (section) => section(view),
    ),
    footnotes: footnotes(view),
  };
}

function subtitle(
  { data, week, links, times }: DigestView,
  scope: DigestQuestion['scope'],
): readonly Inline[] {
  const { monday } = data.week;
  const { id, version } = data.thisWeek.definition;
  const about = FILTERS.flatMap((kind) => {
    const names = scope[kind];
    return names === undefined ? [] : [`${kind} ${named(names)}`];
  });
  return [
    [
      times.days(monday, datePlus(monday, 6)),
      ...about,
      `definition ${id} version ${version}`,
      ...(week.incomplete ? ['the week is not over'] : []),
      '',
    ].join(' · '),
    links.page('Open in the dashboard', '/'),
  ];
}

function footnotes({ data, times }: DigestView): readonly string[] {
  const { lastEventAt } = data.thisWeek.freshness;
  return [
    'A 95 % interval says how little or much the number behind so few cases may be. “No clear change” means that the interval of the change holds no change at all.',
    'A median with what is still open counts it as lasting at least as long as it has (Kaplan–Meier): of lead time over what was begun in the window, of the others over what failed or was opened in it.',
    lastEventAt === null
      ? 'No event was received yet.'
      : `By Throughline, from events received until ${times.moment(lastEventAt)}.`,
  ];
}
