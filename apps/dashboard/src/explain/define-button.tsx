import { Button } from 'react-aria-components';
import { useChangeAddress } from '../filters/use-filters.js';
import type { Metric } from '../metrics/metric.js';
import styles from './define-button.module.css';

/** Opens what a metric means, in the words of the definition that is chosen. */
export function DefineButton({ metric }: { readonly metric: Pick<Metric, 'id' | 'title'> }) {
  const change = useChangeAddress();
  return (
    <Button
      className={`${styles.button} unprinted`}
      aria-label={`What ${metric.title.toLowerCase()} means`}
      onPress={() => {
        change({ define: metric.id, explain: undefined });
      }}
    >
      ?
    </Button>
  );
}
