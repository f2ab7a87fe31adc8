import type { ExplainAnswer, ExplainItem as Item } from '@throughline/api-client';
import { CommitLink } from '../pages/commits/commit-link.js';
import { DeploymentLink } from '../pages/deployments/deployment-link.js';
import { IncidentLink } from '../pages/incidents/incident-link.js';
import { momentInWords } from '../words/dates.js';
import { confidenceInWords, reasonInWords } from '../words/failure-reasons.js';
import styles from './explain-item.module.css';
import { becauseOf, secondsInWords, SIDES, sideOf } from './item-in-words.js';

interface ExplainItemProps {
  readonly item: Item;
  readonly answer: Pick<ExplainAnswer, 'metric' | 'timezone'>;
}

/** One thing that a number was made of, or that was left out of it, and why. */
export function ExplainItem({ item, answer }: ExplainItemProps) {
  const side = sideOf(item);
  const place = [item.service, item.environment].filter((name) => name !== null).join(' · ');
  return (
    <div className={styles.item} data-side={side}>
      <span className={styles.mark} aria-hidden="true" />
      <div className={styles.what}>
        <p className={styles.name}>
          <Subject item={item} />
          {place !== '' && <span className={`said ${styles.place}`}>{place}</span>}
        </p>
        <p className={styles.why}>
          {momentInWords(item.at, answer.timezone)} · {SIDES[side]}: {becauseOf(item)}
        </p>
        {item.reasons.length > 0 && <Reasons reasons={item.reasons} />}
      </div>
      <p className={styles.seconds}>{secondsInWords(answer.metric, item)}</p>
    </div>
  );
}

/** What shows that a deployment failed, and what would show it to a definition that believed it. */
function Reasons({ reasons }: Pick<Item, 'reasons'>) {
  return (
    <ul className={styles.reasons} aria-label="What shows that it failed">
      {reasons.map((reason, index) => (
        <li key={index} data-believed={reason.believed}>
          <span className="said">{reasonInWords(reason)}</span> ({confidenceInWords(reason)}
          {!reason.believed && ', not believed by this definition'})
        </li>
      ))}
    </ul>
  );
}

/** What it is, as a link to its page where it has one. */
function Subject({ item }: { readonly item: Item }) {
  const { type, id, service, environment, source, repository, deploymentId } = item;
  const place = service !== null && environment !== null ? { service, environment } : undefined;
  const text = <span className="said">{id}</span>;
  switch (type) {
    case 'deployment':
      return place === undefined ? text : <DeploymentLink {...place} id={id} />;
    case 'incident':
      return source === null ? text : <IncidentLink source={source} id={id} />;
    case 'commit':
      return <CommitLink sha={id} />;
    case 'change': {
      const name = <span className="said">{`${repository ?? 'change'} #${id}`}</span>;
      return place === undefined || deploymentId === null ? (
        name
      ) : (
        <DeploymentLink {...place} id={deploymentId}>
          {name}
        </DeploymentLink>
      );
    }
  }
}
