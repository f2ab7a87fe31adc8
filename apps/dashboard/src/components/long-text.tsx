import { useState } from 'react';
import { Button } from 'react-aria-components';
import styles from './long-text.module.css';

/** Text of more characters than this is cut off in its place, and can be read on. */
const MANY = 280;

/** What somebody wrote, of whatever length, as text. */
export function LongText({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(false);
  if (text.length <= MANY) return <span className="said">{text}</span>;
  return (
    <>
      <span className="said">{whole ? text : `${text.slice(0, MANY)}…`}</span>{' '}
      <Button
        className={`${styles.more} unprinted`}
        aria-expanded={whole}
        onPress={() => {
          setWhole(!whole);
        }}
      >
        {whole ? 'less' : `read on (${text.length.toLocaleString('en-GB')} characters)`}
      </Button>
    </>
  );
}
