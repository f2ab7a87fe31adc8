import { useTimezone } from '../filters/use-filters.js';
import { momentInWords } from '../words/dates.js';
import styles from './moment.module.css';

interface MomentProps {
  readonly time: string | null;
  /** What stands where it is not known. */
  readonly unknown?: string;
}

/** A time in the zone of the page, on one line. */
export function Moment({ time, unknown = '–' }: MomentProps) {
  const timezone = useTimezone();
  if (time === null) return <span className={styles.moment}>{unknown}</span>;
  return (
    <time dateTime={time} className={styles.moment}>
      {momentInWords(time, timezone)}
    </time>
  );
}
