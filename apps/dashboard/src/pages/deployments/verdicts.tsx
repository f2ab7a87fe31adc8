import { useQuery } from '@tanstack/react-query';
import type { VerdictItem } from '@throughline/api-client';
import { type DeploymentAddress, verdictsQuestion } from '../../api/questions.js';
import { LongText } from '../../components/long-text.js';
import { useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';
import styles from './verdicts.module.css';

/** Everything that people said of it, latest first; what was taken back stays to be read. */
export function Verdicts({ deployment }: { readonly deployment: DeploymentAddress }) {
  const { service, environment, id } = deployment;
  const { data } = useQuery(verdictsQuestion({ service, environment, id }));
  const timezone = useTimezone();
  if (data === undefined || data.items.length === 0) return null;
  const latestFirst = [...data.items].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <div>
      <h3>What people said</h3>
      <ol className={styles.verdicts}>
        {latestFirst.map((verdict) => (
          <li key={verdict.at + verdict.by} className={styles.verdict}>
            <p>
              <strong className="said">{verdict.by}</strong> {saidInWords(verdict)}
              {verdict.reason !== null && (
                <>
                  : “
                  <LongText text={verdict.reason} />”
                </>
              )}
            </p>
            <p className={styles.when}>{momentInWords(verdict.at, timezone)}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}

function saidInWords({ takenBack, failed }: VerdictItem): string {
  if (takenBack) return 'took the verdict back';
  return failed === true ? 'said that it failed its users' : 'said that it was fine';
}
