import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '@throughline/api-client';
import { getRouteApi } from '@tanstack/react-router';
import { commitQuestion } from '../../api/questions.js';
import { Asked } from '../../components/asked.js';
import { Message } from '../../components/message.js';
import { PageTitle } from '../../components/page-title.js';
import styles from './commit-page.module.css';
import { Journey } from './journey-card.js';
import { isWholeHash } from './journey.js';

const page = getRouteApi('/commits/$sha');

/** A commit's way to each environment, in every repository that has it. */
export function CommitPage() {
  const { sha } = page.useParams();
  return (
    <>
      <PageTitle title={`Commit ${sha.slice(0, 10)}`}>
        <p className={styles.hash}>
          <code className="said">{sha}</code>
        </p>
      </PageTitle>
      {isWholeHash(sha) ? <Journeys sha={sha} /> : <NotWhole />}
    </>
  );
}

function Journeys({ sha }: { readonly sha: string }) {
  const question = useQuery(commitQuestion(sha));
  if (question.error instanceof ApiProblem && question.error.problem.status === 404) {
    return <Unknown />;
  }
  return (
    <Asked question={question} height={320}>
      {({ items }) => (
        <div className={styles.journeys}>
          {items.map((commit) => (
            <Journey key={commit.repository} commit={commit} />
          ))}
        </div>
      )}
    </Asked>
  );
}

function NotWhole() {
  return (
    <Message title="This is not a whole hash">
      <p>
        A commit is asked for by all 40 (or 64) digits of its hash, as beginnings may be of several.
        Git tells it: <code>git rev-parse HEAD</code>.
      </p>
    </Message>
  );
}

function Unknown() {
  return (
    <Message title="No commit of this hash is known">
      <p>
        Nobody has sent it yet. Import the history of its repository with{' '}
        <code>throughline import git PATH</code>, or connect what tells of pushes; what was deployed
        meanwhile is put right by itself.
      </p>
    </Message>
  );
}
