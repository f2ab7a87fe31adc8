import type { AlertDetail } from '@throughline/api-client';
import { useParentSize } from '@visx/responsive';
import { Card } from '../../components/card.js';
import { useTimezone } from '../../filters/use-filters.js';
import { DeploymentMark } from './deployment-mark.js';
import { EvidenceTable } from './evidence-table.js';
import styles from './evidence-strip.module.css';
import { ScoreLine } from './score-line.js';
import { scorePoints } from './score-points.js';

/** Pixels a deployment has at least, so that its mark can be pressed with a finger, and at most. */
const NARROWEST = 30;
const WIDEST = 64;

/** The deployments that an alert goes by, oldest first: what became of each, and the score after it. */
export function EvidenceStrip({ alert }: { readonly alert: AlertDetail }) {
  const timezone = useTimezone();
  const { deployments } = alert.evidence;
  const { parentRef, width: room } = useParentSize({
    debounceTime: 60,
    initialSize: { width: 600 },
  });
  const count = deployments.length;
  const width = Math.min(count * WIDEST, Math.max(count * NARROWEST, room));
  const score = scorePoints(alert.evidence);
  return (
    <Card
      title="The deployments it goes by"
      says={
        `Oldest first; ✕ failed, ✓ did not.` +
        (score === undefined
          ? ''
          : ` Below, the score after each; the broken line is where it becomes an alert.`)
      }
    >
      <div
        ref={parentRef}
        className={styles.scroll}
        role="region"
        aria-label="The deployments, one after another"
        tabIndex={0}
      >
        <ol
          className={styles.marks}
          style={{ width, gridTemplateColumns: `repeat(${count}, 1fr)` }}
        >
          {deployments.map((deployment) => (
            <li key={deployment.id}>
              <DeploymentMark deployment={deployment} subject={alert.subject} timezone={timezone} />
            </li>
          ))}
        </ol>
        {score !== undefined && <ScoreLine {...score} width={width} />}
      </div>
      <EvidenceTable alert={alert} />
    </Card>
  );
}
