import { durationInWords, numberInWords } from '@throughline/dora';
import { counted } from '../../terminal/counted.js';
import type { DigestView } from '../digest-view.js';
import { type Block, cell, type Section } from '../document.js';

const MOST_SERVICES = 8;

/** What has waited longest to be deployed, a line for each service. */
export function waiting({ data, week, links, times }: DigestView): Section {
  const { total, services, isCut } = data.waiting;
  const shown = services.slice(0, MOST_SERVICES);
  const unit = week.changeLeadTime.unit;
  const content = [
    total === 0
      ? `No ${unit} wait to be deployed.`
      : `Waiting to be deployed now: ${counted(total, unit.slice(0, -1))}.`,
    isCut ? ' Only the newest were looked at; older ones wait too.' : '',
    services.length > shown.length
      ? ` Of ${numberInWords(services.length)} services the ones that wait longest:`
      : '',
  ];
  const table: Block = {
    kind: 'table',
    columns: ['Service', 'The oldest', 'Waits for', 'How many wait'],
    rows: shown.map(({ service, oldest, age, count }) => [
      cell(service === null ? 'no service' : links.service(service)),
      [[links.item(oldest)], [`since ${times.moment(oldest.at)}`]],
      cell(durationInWords(age)),
      cell(numberInWords(count)),
    ]),
  };
  return {
    heading: 'Waiting longest',
    blocks: [{ kind: 'paragraph', content }, ...(shown.length === 0 ? [] : [table])],
  };
}
