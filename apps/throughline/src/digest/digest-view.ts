import type { DeliveryAnswer, DeliveryRow } from '../answers/delivery-answer.js';
import { CommandFailure } from '../command-failure.js';
import type { DashboardLinks } from './dashboard-links.js';
import type { DigestData } from './digest-data.js';
import type { TimeWords } from './time-words.js';

/** What every section is written from. */
export interface DigestView {
  readonly data: DigestData;
  readonly week: DeliveryRow;
  readonly fourWeeks: DeliveryRow;
  readonly links: DashboardLinks;
  readonly times: TimeWords;
}

/** The row of an answer that groups by nothing. */
export function onlyRow({ rows }: DeliveryAnswer): DeliveryRow {
  const [row] = rows;
  if (row === undefined) throw new CommandFailure('the platform answered without a row: try again');
  return row;
}
