import { Button } from 'react-aria-components';
import { useChangeAddress } from '../filters/use-filters.js';
import styles from './explained-number.module.css';

interface ExplainedNumberProps {
  /** Its name for `GET /v1/explain`, `changeFailRate.rate`. */
  readonly number: string;
  /** What it is, for who does not see where it stands: `Change fail rate of api`. */
  readonly label: string;
  /** What its row is about where that is not the whole page, `service:api`. */
  readonly of?: string;
  /** The row's period where that is not the page's window. */
  readonly from?: string;
  readonly to?: string;
  /** The number in words. */
  readonly children: string;
}

/** A number that opens: what it was made of, down to the events. */
export function ExplainedNumber({ number, label, of, from, to, children }: ExplainedNumberProps) {
  const change = useChangeAddress();
  return (
    <Button
      className={styles.number}
      aria-label={`${children}, explain ${label}`}
      onPress={() => {
        change({
          explain: number,
          explainOf: of,
          explainFrom: from,
          explainTo: to,
          define: undefined,
        });
      }}
    >
      {children}
    </Button>
  );
}
