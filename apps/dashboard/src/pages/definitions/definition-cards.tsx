import type { Definition } from '@throughline/api-client';
import { Button } from 'react-aria-components';
import { OutsideLink } from '../../components/outside-link.js';
import { useChangeAddress } from '../../filters/use-filters.js';
import styles from './definition-cards.module.css';

interface DefinitionCardsProps {
  readonly definitions: readonly Definition[];
  /** The id of the one that the pages are read by. */
  readonly chosen: string | undefined;
}

/** Where each definition comes from, and a button to read the pages by it. */
export function DefinitionCards({ definitions, chosen }: DefinitionCardsProps) {
  const change = useChangeAddress();
  return (
    <ul className={styles.cards}>
      {definitions.map(({ id, title, version, sources }, index) => (
        <li key={id} className={styles.card} data-chosen={id === chosen}>
          <h3>{id}</h3>
          <p className={styles.title}>
            {title}, version {version}
          </p>
          <ul className={styles.sources} aria-label={`Sources of ${id}`}>
            {sources.map((source) => (
              <li key={source}>
                <OutsideLink address={source} />
              </li>
            ))}
          </ul>
          {id === chosen ? (
            <p className={styles.chosen}>✓ The pages are read by it</p>
          ) : (
            <Button
              className={styles.choose}
              onPress={() => {
                change({ definition: index === 0 ? undefined : id });
              }}
            >
              Read the pages by {id}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
