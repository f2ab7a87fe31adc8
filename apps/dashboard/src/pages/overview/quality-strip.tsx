import { numberInWords } from '@throughline/dora';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { qualityQuestion } from '../../api/questions.js';
import { useScope } from '../../filters/use-filters.js';
import { percentInWords } from '../../words/numbers.js';
import styles from './quality-strip.module.css';

/** How far the page can be trusted: what bends its numbers, and of how much each metric knows enough. */
export function QualityStrip() {
  const { data: quality } = useQuery(qualityQuestion(useScope()));
  if (quality === undefined) return null;
  const found = quality.checks.filter(({ severity }) => severity !== 'ok');
  const warnings = found.filter(({ severity }) => severity === 'warning');
  const thin = quality.coverage.filter(({ share }) => share !== null && share < 1);
  return (
    <section className={styles.strip} aria-label="Data quality">
      <h2>
        <Link to="/quality">Data quality</Link>
      </h2>
      <ul className={styles.facts}>
        {warnings.length === 0 && <li>No check finds anything that bends a number.</li>}
        {found.slice(0, 5).map(({ check, title, count, severity }) => (
          <li key={check} className={styles.fact} data-severity={severity}>
            <Link to="/quality/$check" params={{ check }}>
              {title}: {numberInWords(count)}
            </Link>
          </li>
        ))}
        {thin.map(({ gap, says, share }) => (
          <li key={gap} className={styles.fact} title={says}>
            <Link to="/quality/$check" params={{ check: gap }}>
              {percentInWords(share ?? 0)} known: {GAPS[gap] ?? gap.replaceAll('_', ' ')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const GAPS: Readonly<Record<string, string>> = {
  failure_unrecovered: 'recoveries of failures',
  incident_unresolved: 'ends of incidents',
  commit_unknown: 'shipped commits',
  change_first_commit_unknown: 'first commits of changes',
  change_first_review_unknown: 'first reviews',
  deployment_start_unknown: 'starts of deployments',
  deployment_repository_unknown: 'repositories of deployments',
  incident_service_unknown: 'services of incidents',
};
