import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { explainQuestion } from '../api/questions.js';
import { Message } from '../components/message.js';
import { Problem } from '../components/problem.js';
import type { PageAddress } from '../filters/address.js';
import { useAddress, useChangeAddress } from '../filters/use-filters.js';
import { ExplainHead } from './explain-head.js';
import { ExplainItems } from './explain-items.js';
import { readExplainOf } from './explain-of.js';
import styles from './explain-panel.module.css';
import { explainQuery, type ExplainQuery } from './explain-query.js';
import { sideOf } from './item-in-words.js';
import { numberTitle } from './number-in-words.js';
import { RawAnswer } from './raw-answer.js';
import { SidePanel } from './side-panel.js';
import { type Shown, ShownItems } from './shown-items.js';

/** Opens over the page while its address says `explain`. */
export function ExplainPanel() {
  const address = useAddress();
  const change = useChangeAddress();
  // On a team's page everything is within that team, a service that has moved on included.
  const { team } = useParams({ strict: false });
  const { explain, explainOf, explainFrom, explainTo } = address;
  if (explain === undefined) return null;
  return (
    <OpenPanel
      key={[explain, explainOf, explainFrom, explainTo].join(' ')}
      address={{ ...address, ...(team && { team }), explain }}
      onClose={() => {
        change({
          explain: undefined,
          explainOf: undefined,
          explainFrom: undefined,
          explainTo: undefined,
        });
      }}
    />
  );
}

interface OpenPanelProps {
  readonly address: PageAddress & { readonly explain: string };
  readonly onClose: () => void;
}

function OpenPanel({ address, onClose }: OpenPanelProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown>('counted');
  // The window stays where it was when the panel opened: a list that moves cannot be read.
  const [now] = useState(Date.now);
  const asked = explainQuery(address, shown === 'all' ? 'all' : 'counted', now);
  return (
    <SidePanel
      title={numberTitle(address.explain)}
      over={aboutInWords(address.explainOf)}
      onClose={onClose}
      scroller={scroller}
    >
      {'unreadable' in asked ? (
        <Message title="This address cannot be explained" tone="problem">
          <p className="said">
            <code>explainOf={asked.unreadable}</code> names neither a group, as{' '}
            <code>service:api</code> does, nor a deployment.
          </p>
        </Message>
      ) : (
        <Explanation query={asked.query} shown={shown} onShow={setShown} scroller={scroller} />
      )}
    </SidePanel>
  );
}

interface ExplanationProps {
  readonly query: ExplainQuery;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly scroller: React.RefObject<HTMLDivElement | null>;
}

function Explanation({ query, shown, onShow, scroller }: ExplanationProps) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    explainQuestion(query),
  );
  const items = useMemo(() => {
    const all = data?.pages.flatMap((page) => page.items) ?? [];
    return shown === 'above' ? all.filter((item) => sideOf(item) === 'above') : all;
  }, [data, shown]);
  const onEnd = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  if (error !== null) return <Problem error={error} />;
  const answer = data?.pages[0];
  if (answer === undefined) {
    return (
      <p className={styles.note} role="status" aria-busy="true">
        Asking what it was made of…
      </p>
    );
  }
  return (
    <>
      <ExplainHead answer={answer} />
      <div className={styles.tools}>
        <ShownItems
          shown={shown}
          partly={answer.numerator < answer.denominator}
          onChange={onShow}
        />
        <RawAnswer query={query} />
      </div>
      {items.length === 0 && !hasNextPage ? (
        <p className={styles.note}>
          {shown === 'all'
            ? 'Nothing of that kind happened here in this window.'
            : 'Nothing counts here; “Left out too” shows what was looked at.'}
        </p>
      ) : (
        <ExplainItems
          answer={answer}
          items={items}
          more={hasNextPage && !isFetchingNextPage}
          onEnd={onEnd}
          scroller={scroller}
        />
      )}
      {isFetchingNextPage && <p className={styles.note}>More…</p>}
    </>
  );
}

/** Whose number it is. */
function aboutInWords(explainOf: string | undefined): string {
  const of = explainOf === undefined ? undefined : readExplainOf(explainOf);
  if (of === undefined) return 'What it is made of';
  if ('deployment' in of) return `Deployment ${of.deployment.id} of ${of.deployment.service}`;
  return of.group === ''
    ? `What belongs to no ${of.groupBy}`
    : `${capital(of.groupBy)} ${of.group}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
