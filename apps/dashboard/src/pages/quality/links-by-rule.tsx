import type { QualityAnswer } from '@throughline/api-client';
import { numberInWords } from '@throughline/dora';
import { Card } from '../../components/card.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { ruleInWords } from '../../words/failure-reasons.js';
import { percentInWords } from '../../words/numbers.js';
import styles from './links-by-rule.module.css';

type RuleLinks = QualityAnswer['links'][number];

const COLUMNS: readonly Column<RuleLinks>[] = [
  {
    id: 'rule',
    title: 'What shows that it failed',
    value: ({ confidence }) => confidence,
    sortsFirst: 'descending',
    cell: ({ rule, said, confidence }) => (
      <>
        {ruleInWords(rule)}
        <span className={styles.sure}>
          {said ? 'said' : 'inferred'} · confidence {confidence.toFixed(2)}
        </span>
      </>
    ),
  },
  {
    id: 'links',
    title: 'Links',
    align: 'end',
    value: ({ links }) => links,
    cell: ({ links }) => numberInWords(links),
  },
  {
    id: 'share',
    title: 'Share',
    align: 'end',
    value: ({ share }) => share,
    cell: ({ share }) => (share === null ? '–' : percentInWords(share)),
  },
];

/** What the failures of the window rest on. */
export function LinksByRule({ links }: Pick<QualityAnswer, 'links'>) {
  return (
    <Card
      title="What failures rest on"
      says="The reasons of the failed deployments, by rule. One deployment may have several."
    >
      {links.length === 0 ? (
        <p>No deployment of this window failed.</p>
      ) : (
        <DataTable
          caption="Links by rule"
          items={links}
          columns={COLUMNS}
          keyOf={({ rule }) => rule}
        />
      )}
    </Card>
  );
}
