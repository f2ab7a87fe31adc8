import { useState } from 'react';
import { Button } from 'react-aria-components';
import styles from './command.module.css';

interface CommandProps {
  /** What it is for: `Send a deployment`. */
  readonly name: string;
  /** Of one line or several. */
  readonly text: string;
}

type Copied = 'not yet' | 'copied' | 'refused';

const SAYS: Readonly<Record<Copied, string>> = {
  'not yet': '',
  copied: 'Copied.',
  refused: 'The browser did not allow it: select the text and copy it.',
};

/** A command to take along. */
export function Command({ name, text }: CommandProps) {
  const [copied, setCopied] = useState<Copied>('not yet');
  return (
    <div className={styles.command}>
      <pre className={styles.text} tabIndex={0} aria-label={name}>
        <code>{text}</code>
      </pre>
      <Button
        className={`${styles.copy} unprinted`}
        aria-label={`Copy: ${name}`}
        onPress={() => {
          void copy(text).then(setCopied);
        }}
      >
        Copy
      </Button>
      <span role="status" className={styles.says}>
        {SAYS[copied]}
      </span>
    </div>
  );
}

/** The clipboard is there on https and on this machine alone, and may be refused even there. */
async function copy(text: string): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'refused';
  }
}
