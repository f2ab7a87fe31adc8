import type { DeploymentDetail } from '@throughline/api-client';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { deploymentQuestion } from '../../api/questions.js';
import { Asked } from '../../components/asked.js';
import { PageTitle } from '../../components/page-title.js';
import { useAddress } from '../../filters/use-filters.js';
import { DeploymentCommits } from './deployment-commits.js';
import { DeploymentFacts } from './deployment-facts.js';
import { DeploymentHead } from './deployment-head.js';
import { DeploymentIncidents } from './deployment-incidents.js';
import { DeploymentLeadTime } from './deployment-lead-time.js';
import styles from './deployment-page.module.css';
import { DeploymentRemedies } from './deployment-remedies.js';
import { Judgement } from './judgement-card.js';

const page = getRouteApi('/deployments/$service/$environment/$id');

/** One deployment: what it was, what became of it and why, what it brought. */
export function DeploymentPage() {
  const address = page.useParams();
  const { definition } = useAddress();
  const question = useQuery(deploymentQuestion(address, definition ? { definition } : {}));
  return (
    <>
      <PageTitle title={`Deployment ${question.data?.version ?? address.id}`}>
        {question.data && <DeploymentHead deployment={question.data} />}
      </PageTitle>
      <Asked question={question} height={400}>
        {(deployment) => <Everything deployment={deployment} />}
      </Asked>
    </>
  );
}

function Everything({ deployment }: { readonly deployment: DeploymentDetail }) {
  const { incidents, fixed, recoveredBy } = deployment;
  const mended = fixed.deployments.length > 0 || fixed.incidents.length > 0;
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <Judgement deployment={deployment} />
        {incidents.length > 0 && <DeploymentIncidents incidents={incidents} />}
        {(mended || recoveredBy !== null) && <DeploymentRemedies deployment={deployment} />}
        <DeploymentCommits deployment={deployment} />
      </div>
      <div className={styles.side}>
        <DeploymentLeadTime deployment={deployment} />
        <DeploymentFacts deployment={deployment} />
      </div>
    </div>
  );
}
