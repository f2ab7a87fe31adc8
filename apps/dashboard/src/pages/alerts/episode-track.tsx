import type { AlertItem } from '@throughline/api-client';
import type { scaleTime } from '@visx/scale';
import { kindInWords, lastedInWords } from '../../alerts/alert-words.js';
import { momentInWords } from '../../words/dates.js';
import styles from './episode-track.module.css';

/** Pixels. An episode is at least so wide, to be seen in a window of years. */
const NARROWEST = 4;
const HEIGHT = 12;

interface EpisodeTrackProps {
  readonly episodes: readonly AlertItem[];
  /** Pixels from the top. */
  readonly middle: number;
  readonly scale: ReturnType<typeof scaleTime<number>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timezone: string;
}

/** Episodes of which none overlaps another, each as long as it fired. */
export function EpisodeTrack({ episodes, middle, scale, now, timezone }: EpisodeTrackProps) {
  const [from = 0, to = 0] = scale.range();
  const inside = (time: number) => Math.min(to, Math.max(from, scale(time)));
  return (
    <>
      <line className={styles.line} x1={from} x2={to} y1={middle} y2={middle} />
      {episodes.map((alert) => {
        const start = inside(Date.parse(alert.startedAt));
        const end = inside(alert.resolvedAt === null ? now : Date.parse(alert.resolvedAt));
        return (
          <rect
            key={alert.id}
            className={styles.episode}
            data-severity={alert.severity}
            x={Math.min(start, to - NARROWEST)}
            width={Math.max(NARROWEST, end - start)}
            y={middle - HEIGHT / 2}
            height={HEIGHT}
            rx="3"
          >
            <title>{`${kindInWords(alert.kind)}: ${momentInWords(alert.startedAt, timezone)}, for ${lastedInWords(alert, now)}`}</title>
          </rect>
        );
      })}
    </>
  );
}
