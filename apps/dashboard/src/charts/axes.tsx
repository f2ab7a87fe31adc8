import { AxisBottom, AxisLeft } from '@visx/axis';
import type { scaleLinear, scaleTime } from '@visx/scale';
import { shortDay } from '../words/dates.js';
import styles from './axes.module.css';

const LABEL = { className: styles.label } as const;

interface TimeAxisProps {
  readonly scale: ReturnType<typeof scaleTime<number>>;
  readonly top: number;
  readonly width: number;
  readonly timezone: string;
}

export function TimeAxis({ scale, top, width, timezone }: TimeAxisProps) {
  return (
    <AxisBottom
      scale={scale}
      top={top}
      numTicks={Math.max(2, Math.floor(width / 110))}
      tickFormat={(time) => shortDay(Number(time), timezone)}
      axisLineClassName={styles.line}
      hideTicks
      tickLabelProps={{ ...LABEL, textAnchor: 'middle' }}
    />
  );
}

interface NumberAxisProps {
  readonly scale: ReturnType<typeof scaleLinear<number>>;
  readonly left: number;
  readonly inWords: (value: number) => string;
  readonly ticks?: number;
}

export function NumberAxis({ scale, left, inWords, ticks = 4 }: NumberAxisProps) {
  return (
    <AxisLeft
      scale={scale}
      left={left}
      numTicks={ticks}
      tickFormat={(value) => inWords(Number(value))}
      hideAxisLine
      hideTicks
      tickLabelProps={{ ...LABEL, textAnchor: 'end', dx: -2, dy: 4 }}
    />
  );
}
