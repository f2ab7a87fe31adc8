import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import styles from './shown-items.module.css';

/** Which of a number's items are listed. */
export type Shown = 'above' | 'counted' | 'all';

const NAMES: Readonly<Record<Shown, string>> = {
  above: 'Above the line',
  counted: 'What counts',
  all: 'Left out too',
};

interface ShownItemsProps {
  readonly shown: Shown;
  /** Some stand below the line alone, so that those above are worth a list of their own. */
  readonly partly: boolean;
  readonly onChange: (shown: Shown) => void;
}

export function ShownItems({ shown, partly, onChange }: ShownItemsProps) {
  const offered: readonly Shown[] =
    partly || shown === 'above' ? ['above', 'counted', 'all'] : ['counted', 'all'];
  return (
    <ToggleButtonGroup
      aria-label="Which items"
      className={styles.group}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[shown]}
      onSelectionChange={(keys) => {
        const chosen = offered.find((key) => keys.has(key));
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {offered.map((key) => (
        <ToggleButton key={key} id={key} className={styles.choice}>
          {NAMES[key]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
