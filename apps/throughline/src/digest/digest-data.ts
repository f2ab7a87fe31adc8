import type { Alert } from '../answers/alert-list.js';
import type { DeliveryAnswer } from '../answers/delivery-answer.js';
import type { ExplainAnswer, ExplainItem } from '../answers/explain-answer.js';
import type { QualityAnswer } from '../answers/quality-answer.js';
import type { Unfinished } from '../questions/unfinished.js';
import type { IsoWeek } from './iso-week.js';

/** Everything that a digest is written from, as the platform answered it. */
export interface DigestData {
  readonly week: IsoWeek;
  /** The week against the week before; one row. */
  readonly thisWeek: DeliveryAnswer;
  /** The last four weeks against the four before, and what each service did to it; one row. */
  readonly fourWeeks: DeliveryAnswer;
  /** The same of each service. */
  readonly services: DeliveryAnswer;
  /** The deployments of the week that failed, and how long each lasted. */
  readonly failures: ExplainAnswer;
  /** What fired in the week; null where it is about a repository, which alerts are not. */
  readonly alerts: readonly Alert[] | null;
  /** What is open now. */
  readonly unfinished: Unfinished;
  readonly waiting: Waiting;
  /** Of the four weeks. */
  readonly quality: QualityAnswer;
}

/** What waits to be deployed now. */
export interface Waiting {
  readonly total: number;
  /** What has waited longest in each service, the longest first. */
  readonly services: readonly WaitingService[];
  /** Only the newest were looked at: older ones wait too. */
  readonly isCut: boolean;
}

export interface WaitingService {
  readonly service: string | null;
  readonly count: number;
  readonly oldest: ExplainItem;
  /** Seconds since it began. */
  readonly age: number;
}
