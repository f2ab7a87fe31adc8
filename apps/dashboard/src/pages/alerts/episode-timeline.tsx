import type { AlertItem } from '@throughline/api-client';
import { scaleTime } from '@visx/scale';
import { lastedInWords, subjectInWords } from '../../alerts/alert-words.js';
import { TimeAxis } from '../../charts/axes.js';
import { Chart } from '../../charts/chart.js';
import { PlainTable } from '../../charts/plain-table.js';
import { useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';
import { isolated } from '../../words/isolated.js';
import { counted } from '../../words/numbers.js';
import { type Lane, lanesOf } from './episode-lanes.js';
import styles from './episode-timeline.module.css';
import { EpisodeTrack } from './episode-track.js';

interface EpisodeTimelineProps {
  readonly alerts: readonly AlertItem[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The window of the page; its ends where they are named. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** More lanes than this are no picture any more; the table has them all. */
const MOST_LANES = 20;
/** Pixels: of a lane around its tracks, and of each of them. */
const PADDING = 8;
const TRACK = 18;
const AXIS = 26;
const MARGIN = { top: 4, right: 10 };

/** When what fired, a lane for each service. */
export function EpisodeTimeline({ alerts, now, from, to }: EpisodeTimelineProps) {
  const timezone = useTimezone();
  const { lanes, leftOut } = lanesOf(alerts, MOST_LANES);
  const earliest = Math.min(...alerts.map(({ startedAt }) => Date.parse(startedAt)));
  const span = {
    start: from === undefined ? earliest : Date.parse(from),
    end: to === undefined ? now : Math.min(now, Date.parse(to)),
  };
  return (
    <Chart
      title="When alerts fired"
      says={
        'A lane for each service; filled: a page, hollow: a notification.' +
        (leftOut > 0 ? ` ${leftOut} more are in the table alone.` : '')
      }
      label={`${counted(alerts.length, 'episode')} of ${lanes.map(({ name }) => isolated(name)).join(', ')}.`}
      height={topsOf(lanes).bottom + AXIS}
      table={
        <PlainTable
          caption="Episodes by service"
          head={['About', 'Began', 'Fired for', 'Severity']}
          rows={lanes.flatMap(({ tracks }) =>
            tracks
              .flat()
              .map((alert) => [
                <span className="said">{subjectInWords(alert.subject)}</span>,
                momentInWords(alert.startedAt, timezone),
                lastedInWords(alert, now),
                alert.severity,
              ]),
          )}
        />
      }
    >
      {(width) => <Drawing width={width} lanes={lanes} now={now} span={span} timezone={timezone} />}
    </Chart>
  );
}

interface DrawingProps {
  readonly width: number;
  readonly lanes: readonly Lane[];
  readonly now: number;
  /** Milliseconds since 1970. */
  readonly span: { readonly start: number; readonly end: number };
  readonly timezone: string;
}

function Drawing({ width, lanes, now, span, timezone }: DrawingProps) {
  // Names have a third of a phone and no more of a desk than they need.
  const left = Math.min(190, width / 3);
  const x = scaleTime({ domain: [span.start, span.end], range: [left, width - MARGIN.right] });
  const { tops, bottom } = topsOf(lanes);
  return (
    <>
      <TimeAxis scale={x} top={bottom} width={width - left} timezone={timezone} />
      {lanes.map(({ name, tracks }, index) => {
        const top = tops[index] ?? 0;
        const middle = top + (tracks.length * TRACK) / 2;
        return (
          <g key={name}>
            <text className={styles.lane} x={left - 8} y={middle + 4}>
              <title>{name}</title>
              {isolated(shortened(name, left))}
            </text>
            {tracks.map((track, row) => (
              <EpisodeTrack
                key={row}
                episodes={track}
                middle={top + (row + 0.5) * TRACK}
                scale={x}
                now={now}
                timezone={timezone}
              />
            ))}
          </g>
        );
      })}
    </>
  );
}

/** Where each lane begins, and where the last one ends. */
function topsOf(lanes: readonly Lane[]) {
  let bottom = MARGIN.top;
  const tops = lanes.map(({ tracks }) => {
    const top = bottom + PADDING / 2;
    bottom += tracks.length * TRACK + PADDING;
    return top;
  });
  return { tops, bottom };
}

/** As much of a name as a lane has room for, at some 6.6 pixels a letter. */
function shortened(name: string, width: number): string {
  const most = Math.floor((width - 12) / 6.6);
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
}
