import { useQuery } from '@tanstack/react-query';
import { qualityQuestion } from '../../api/questions.js';
import { Asked } from '../../components/asked.js';
import { NothingYet } from '../../components/nothing-yet.js';
import { PageTitle } from '../../components/page-title.js';
import { useScope } from '../../filters/use-filters.js';
import { Checks } from './checks.js';
import { Coverage } from './coverage.js';
import { LinksByRule } from './links-by-rule.js';
import styles from './quality-page.module.css';
import { bySeverity } from './severities.js';

/** How far the numbers can be trusted, and what to do about it. */
export function QualityPage() {
  const question = useQuery(qualityQuestion(useScope()));
  return (
    <>
      <PageTitle title="Data quality" answer={question.data} />
      <Asked question={question} height={420}>
        {({ checks, coverage, links, freshness }) =>
          freshness.lastEventAt === null ? (
            <NothingYet />
          ) : (
            <div className={styles.page}>
              <div className={styles.part}>
                {bySeverity(checks).map(({ severity, ...group }) => (
                  <Checks key={severity} {...group} />
                ))}
              </div>
              <div className={styles.part}>
                <Coverage coverage={coverage} />
                <LinksByRule links={links} />
              </div>
            </div>
          )
        }
      </Asked>
    </>
  );
}
