import { lazy, Suspense } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { windowInWords } from '../words/dates.js';
import { type Filters, lastDays } from './filters.js';
import styles from './window-picker.module.css';
import { useAddress, useChangeAddress, useTimezone } from './use-filters.js';

const WINDOWS = [7, 30, 90, 180, 365, 730] as const;

/** The calendar is most of what picking dates needs, and few people pick dates. */
const WindowCalendar = lazy(async () => ({
  default: (await import('./window-calendar.js')).WindowCalendar,
}));

/** From when until when. */
export function WindowPicker() {
  const address = useAddress();
  const timezone = useTimezone();
  const change = useChangeAddress();
  return (
    <DialogTrigger>
      <Button className={styles.open} aria-label={`Window: ${windowName(address, timezone)}`}>
        {windowName(address, timezone)}
      </Button>
      <Popover className={styles.popover}>
        <Dialog aria-label="Window" className={styles.dialog}>
          {({ close }) => (
            <>
              <ul className={styles.windows}>
                {WINDOWS.map((days) => (
                  <li key={days}>
                    <Button
                      className={styles.window}
                      aria-pressed={lastDays(address) === days}
                      onPress={() => {
                        change({ last: `${days}d`, from: undefined, to: undefined });
                        close();
                      }}
                    >
                      {lastInWords(days)}
                    </Button>
                  </li>
                ))}
              </ul>
              <Suspense fallback={<p className={styles.loading}>Loading the calendar…</p>}>
                <WindowCalendar
                  from={address.from}
                  to={address.to}
                  onChange={(from, to) => {
                    change({ last: undefined, from, to });
                    close();
                  }}
                />
              </Suspense>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function windowName(filters: Filters, timezone: string): string {
  const days = lastDays(filters);
  if (days !== undefined) return lastInWords(days);
  const { from, to } = filters;
  if (from !== undefined && to !== undefined) return windowInWords(from, to, timezone);
  return from === undefined ? `90 days before ${to ?? ''}` : `Since ${from}`;
}

function lastInWords(days: number): string {
  if (days === 365) return 'Last year';
  if (days === 730) return 'Last 2 years';
  return `Last ${days} days`;
}
