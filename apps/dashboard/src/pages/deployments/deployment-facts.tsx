import type { DeploymentDetail } from '@throughline/api-client';
import { Card } from '../../components/card.js';
import { type Fact, Facts } from '../../components/facts.js';
import { LongText } from '../../components/long-text.js';
import { OutsideLink } from '../../components/outside-link.js';
import { useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';
import { statusInWords } from '../../words/outcomes.js';
import { CommitLink } from '../commits/commit-link.js';

/** What was said of it, as it is stored. */
export function DeploymentFacts({ deployment }: { readonly deployment: DeploymentDetail }) {
  const timezone = useTimezone();
  const moment = (time: string | null) => time && momentInWords(time, timezone);
  const facts: readonly Fact[] = [
    { name: 'Id', value: <LongText text={deployment.id} /> },
    { name: 'Repository', value: deployment.repository },
    { name: 'Commit', value: deployment.sha && <CommitLink sha={deployment.sha} /> },
    { name: 'Version', value: deployment.version && <LongText text={deployment.version} /> },
    { name: 'Artifact', value: deployment.artifact && <LongText text={deployment.artifact} /> },
    { name: 'Also brought', value: commitsOf(deployment) },
    { name: 'Status', value: statusInWords(deployment.status) },
    { name: 'Kind', value: deployment.kind },
    { name: 'Started', value: moment(deployment.startedAt) },
    { name: 'Finished', value: moment(deployment.finishedAt) },
    { name: 'Unplanned', value: yesOrNo(deployment.unplanned) },
    { name: 'Says it failed', value: yesOrNo(deployment.changeFailure) },
    { name: 'Fixes', value: list(deployment.fixes) },
    { name: 'Labels', value: list(deployment.labels) },
    { name: 'Its page', value: deployment.url && <OutsideLink address={deployment.url} /> },
    { name: 'Said by', value: deployment.source },
    { name: 'True since', value: moment(deployment.updatedAt) },
  ];
  return (
    <Card title="As it was told" says={`The latest event about it; times in ${timezone}.`}>
      <Facts facts={facts} />
    </Card>
  );
}

function commitsOf({ alsoBrought }: DeploymentDetail) {
  if (alsoBrought.length === 0) return null;
  return (
    <ul>
      {alsoBrought.map(({ repository, sha }) => (
        <li key={repository + sha}>
          {repository} <CommitLink sha={sha} />
        </li>
      ))}
    </ul>
  );
}

function yesOrNo(said: boolean | null): string | null {
  if (said === null) return null;
  return said ? 'yes' : 'no';
}

function list(texts: readonly string[]) {
  return texts.length === 0 ? null : <LongText text={texts.join(', ')} />;
}
