import { isTimezone, type Period, startOfDate } from '@throughline/dora';
import { formatInstant, type Instant, readInstant } from '@throughline/events';
import { invalidQuery } from '@throughline/service-kit';
import { z } from 'zod';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 24 * 60 * 60 * 1000;
const DEFAULT_DAYS = 90;

const moment = z
  .string()
  .min(1)
  .describe('A date (2026-03-01), read in `timezone`, or an instant.');

/** The parameters that say which stretch of time a question is about. */
export const windowParameters = {
  from: moment.optional().meta({ description: 'Start, inclusive. Default: 90 days before `to`.' }),
  to: moment.optional().meta({ description: 'End, exclusive. Default: now.' }),
  timezone: z
    .string()
    .refine(isTimezone, 'is no time zone: use an IANA name such as Europe/Berlin or UTC')
    .default('UTC')
    .meta({ description: 'IANA time zone in which dates are read and periods are cut.' }),
};

export interface WindowInput {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly timezone: string;
}

/** @throws ProblemError TL_INVALID_QUERY */
export function windowOf({ from, to, timezone }: WindowInput, now: Instant): Period {
  const end = to === undefined ? now : read('to', to, timezone);
  const start = from === undefined ? end - DEFAULT_DAYS * DAY : read('from', from, timezone);
  if (start >= end) {
    throw invalidQuery([{ path: 'from', message: 'must be earlier than the end of the window' }]);
  }
  return { start, end };
}

/** A window as parameters say it, whatever the clock says by then. */
export function windowInput({ start, end }: Period): Required<Pick<WindowInput, 'from' | 'to'>> {
  return { from: formatInstant(start), to: formatInstant(end) };
}

function read(path: string, value: string, timezone: string): Instant {
  const seconds = /^\d+$/.test(value) ? Number(value) : undefined;
  const instant = DATE.test(value) ? startOfDate(value, timezone) : readInstant(seconds ?? value);
  if (instant !== undefined && instant >= 0 && instant < Date.UTC(2200, 0, 1)) return instant;
  throw invalidQuery([
    {
      path,
      message: 'is no date or instant: use 2026-03-01 or 2026-03-01T12:00:00Z',
    },
  ]);
}
