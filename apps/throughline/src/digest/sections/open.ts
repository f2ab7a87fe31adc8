import { durationInWords } from '@throughline/dora';
import { foreignText } from '../../text/foreign-text.js';
import { counted } from '../../terminal/counted.js';
import type { OpenIncident } from '../../questions/unfinished.js';
import type { ExplainItem } from '../../answers/explain-answer.js';
import { named } from '../dashboard-links.js';
import type { DigestView } from '../digest-view.js';
import { type Block, type Inline, linkTo, type Section } from '../document.js';
import { moreOf } from './more-of.js';

const LONGEST_TITLE = 120;

/** What nobody has finished, as of now and not as of the week. */
export function open(view: DigestView): Section {
  const { failures, incidents } = view.data.unfinished;
  return {
    heading: 'Still open',
    blocks: [
      ...(failures.value === null
        ? []
        : listOf(
            'failed deployment',
            failures.numerator,
            failures.items.map((item) => failureLine(item, view)),
          )),
      ...moreOf(failures.numerator - failures.items.length, '/deployments', view),
      ...listOf(
        'incident',
        incidents.total,
        incidents.items.map((item) => incidentLine(item, view)),
      ),
      ...moreOf(incidents.total - incidents.items.length, '/incidents', view),
    ],
  };
}

function listOf(thing: string, total: number, items: readonly (readonly Inline[])[]): Block[] {
  const content = [total === 0 ? `No ${thing} is open.` : `${counted(total, thing)} open:`];
  return [
    { kind: 'paragraph', content },
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
  ];
}

function failureLine(item: ExplainItem, { links, times }: DigestView): readonly Inline[] {
  return [links.item(item), ` of ${named(item.service ?? 'no service')}${lasting(item, times)}`];
}

function incidentLine(item: OpenIncident, { links, times }: DigestView): readonly Inline[] {
  const title = foreignText(item.title ?? item.id, LONGEST_TITLE);
  return [
    links.item(item, title === '' ? item.id : title),
    ` of ${named(item.service ?? 'no service')}${lasting(item, times)}`,
    ...(item.url === null || item.source === null
      ? []
      : [' (', linkTo(named(item.source), item.url), ')']),
  ];
}

function lasting({ at, seconds }: ExplainItem, times: DigestView['times']): string {
  return `, since ${times.moment(at)}, for ${durationInWords(seconds)}`;
}
