import { useParentSize } from '@visx/responsive';
import { type ReactNode, useRef } from 'react';
import { Button } from 'react-aria-components';
import { Card } from '../components/card.js';
import { savePng } from './export-png.js';
import styles from './chart.module.css';

interface ChartProps {
  readonly title: string;
  readonly says: ReactNode;
  /** What the drawing shows, in a sentence, for who does not see it. */
  readonly label: string;
  readonly height: number;
  /** Draws into a width that the page has for it. */
  readonly children: (width: number) => ReactNode;
  /** The same numbers as a table. */
  readonly table: ReactNode;
  readonly tools?: ReactNode;
}

/** A drawing with its name, its numbers as a table, and a way to take it along as a picture. */
export function Chart({ title, says, label, height, children, table, tools }: ChartProps) {
  const drawing = useRef<SVGSVGElement>(null);
  const { parentRef, width } = useParentSize({ debounceTime: 60, initialSize: { width: 600 } });
  return (
    <Card
      title={title}
      says={says}
      tools={
        <>
          {tools}
          <Button
            className={styles.tool}
            aria-label={`Save ${title} as PNG`}
            onPress={() => {
              if (drawing.current !== null) void savePng(drawing.current, fileName(title));
            }}
          >
            PNG
          </Button>
        </>
      }
    >
      <div ref={parentRef} className={styles.drawing} style={{ height }}>
        <svg ref={drawing} width={width} height={height} role="img" aria-label={label}>
          {children(width)}
        </svg>
      </div>
      <details className={`${styles.table} unprinted`}>
        <summary>As a table</summary>
        {table}
      </details>
    </Card>
  );
}

function fileName(title: string): string {
  return `throughline-${title.toLowerCase().replaceAll(/\W+/g, '-')}`;
}
