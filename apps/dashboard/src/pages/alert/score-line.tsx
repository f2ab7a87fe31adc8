import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import styles from './score-line.module.css';
import type { ScorePoints } from './score-points.js';
import { scoreInWords } from './strip-words.js';

interface ScoreLineProps extends ScorePoints {
  /** Pixels; each deployment has the same part of them as its mark above. */
  readonly width: number;
}

const HEIGHT = 104;
const MARGIN = { top: 18, bottom: 8 };

/** The score after each deployment, under its mark. */
export function ScoreLine({ scores, threshold, width }: ScoreLineProps) {
  const known = scores.filter((score) => score !== null);
  const y = scaleLinear({
    domain: [0, Math.max(1, threshold ?? 0, ...known)],
    range: [HEIGHT - MARGIN.bottom, MARGIN.top],
  });
  const x = (index: number) => ((index + 0.5) * width) / scores.length;
  const points = scores.map((score, index) => ({ score, index }));
  return (
    <svg
      className={styles.drawing}
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={labelOf(known, threshold)}
    >
      <line className={styles.zero} x1={0} x2={width} y1={y(0)} y2={y(0)} />
      {threshold !== null && (
        <>
          <line
            className={styles.threshold}
            x1={0}
            x2={width}
            y1={y(threshold)}
            y2={y(threshold)}
          />
          <text className={styles.label} x={2} y={y(threshold) - 5}>
            alert at {scoreInWords(threshold)}
          </text>
        </>
      )}
      <LinePath
        className={styles.line}
        data={points}
        defined={({ score }) => score !== null}
        x={({ index }) => x(index)}
        y={({ score }) => y(score ?? 0)}
      />
      {points.map(({ score, index }) =>
        score === null ? null : (
          <circle
            key={index}
            className={styles.point}
            data-reached={threshold !== null && score >= threshold}
            cx={x(index)}
            cy={y(score)}
            r="3.2"
          >
            <title>{scoreInWords(score)}</title>
          </circle>
        ),
      )}
    </svg>
  );
}

function labelOf(scores: readonly number[], threshold: number | null): string {
  const said = `The score after each deployment: ${scores.map(scoreInWords).join(', ')}.`;
  return threshold === null ? said : `${said} At ${scoreInWords(threshold)} it is an alert.`;
}
