import { type CalendarDate, getLocalTimeZone, parseDate, today } from '@internationalized/date';
import {
  Button,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  I18nProvider,
  RangeCalendar,
} from 'react-aria-components';
import styles from './window-calendar.module.css';

interface WindowCalendarProps {
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Both are dates; the second is the first day that is no longer in the window. */
  readonly onChange: (from: string, to: string) => void;
}

/** Picks the first and the last day of a window. */
export function WindowCalendar({ from, to, onChange }: WindowCalendarProps) {
  const start = dateOf(from);
  const end = dateOf(to)?.subtract({ days: 1 });
  return (
    <I18nProvider locale="en-GB">
      <RangeCalendar
        aria-label="First and last day"
        className={styles.calendar}
        defaultValue={start && end ? { start, end } : null}
        defaultFocusedValue={end ?? today(getLocalTimeZone())}
        onChange={({ start, end }) => {
          onChange(start.toString(), end.add({ days: 1 }).toString());
        }}
      >
        <header className={styles.header}>
          <Button slot="previous" className={styles.turn}>
            ‹
          </Button>
          <Heading className={styles.month} />
          <Button slot="next" className={styles.turn}>
            ›
          </Button>
        </header>
        <CalendarGrid className={styles.grid}>
          <CalendarGridHeader>
            {(day) => <CalendarHeaderCell className={styles.weekday}>{day}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => <CalendarCell date={date} className={styles.day} />}
          </CalendarGridBody>
        </CalendarGrid>
      </RangeCalendar>
    </I18nProvider>
  );
}

function dateOf(text: string | undefined): CalendarDate | undefined {
  const date = /^\d{4}-\d\d-\d\d/.exec(text ?? '')?.[0];
  return date === undefined ? undefined : parseDate(date);
}
