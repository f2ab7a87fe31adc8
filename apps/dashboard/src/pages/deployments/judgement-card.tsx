import type { DeploymentDetail } from '@throughline/api-client';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import { useAddress } from '../../filters/use-filters.js';
import { judgementInWords } from './judgement.js';
import styles from './judgement-card.module.css';
import { Reasons } from './reasons.js';
import { Verdicts } from './verdicts.js';
import { verdictCommand } from './verdict-command.js';

/** Whether it failed its users, what that rests on, who said what, and how to say it. */
export function Judgement({ deployment }: { readonly deployment: DeploymentDetail }) {
  const { definition = 'dora' } = useAddress();
  const { failed, failureReasons, doubted, rework, baseline, recoveredAt } = deployment;
  const open = failed === true && recoveredAt === null;
  return (
    <Card title="What became of it" says={`Judged by the definition ${definition}.`}>
      <div className={styles.judgement}>
        <p className={styles.sentence} data-failed={failed === true}>
          <span className="said">{judgementInWords(deployment)}</span>
        </p>
        {(open || rework === true || baseline) && (
          <p className={styles.aside}>
            {open && 'Nothing has recovered it yet. '}
            {rework === true && 'It is rework: unplanned, or there to mend another. '}
            {baseline &&
              'It is the first ever seen of its service here: what it brought has no lead time.'}
          </p>
        )}
        <Reasons
          title="What shows that it failed"
          reasons={failureReasons}
          deployment={deployment}
        />
        <Reasons title="Not believed" reasons={doubted} deployment={deployment} />
        <Verdicts deployment={deployment} />
        <details className={`${styles.give} unprinted`}>
          <summary>Give a verdict</summary>
          <p>
            A person’s word stands above every rule, and is signed. This page changes nothing; the
            API takes it (with a token of the scope <code>ingest</code> where tokens are
            configured), and all that was said before is kept.
          </p>
          <Command
            name={failed === true ? 'Say that it was fine' : 'Say that it failed its users'}
            text={verdictCommand(window.location.origin, deployment, failed !== true)}
          />
        </details>
      </div>
    </Card>
  );
}
