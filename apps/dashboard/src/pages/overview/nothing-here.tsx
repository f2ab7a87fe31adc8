import type { ServiceItem } from '@throughline/api-client';
import { Message } from '../../components/message.js';
import { useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';

interface NothingHereProps {
  readonly services: readonly ServiceItem[];
  /** The environments that the page asks for; undefined for those that are production. */
  readonly environment: string | undefined;
}

/** Events came, but no deployment is in what the filters leave: says where the nearest are. */
export function NothingHere({ services, environment }: NothingHereProps) {
  const timezone = useTimezone();
  const places = services.flatMap(({ environments }) => environments);
  const last = places
    .flatMap(({ lastDeployedAt }) => lastDeployedAt ?? [])
    .sort()
    .at(-1);
  const environments = [...new Set(places.map(({ environment }) => environment))].sort();
  return (
    <Message title="No deployment in this window">
      {last === undefined ? (
        <p>Events have come, but no deployment yet: until there is one, nothing was delivered.</p>
      ) : (
        <p>
          The newest deployment of any service is of {momentInWords(last, timezone)}. A longer
          window or fewer filters may show it.
        </p>
      )}
      {environments.length > 0 && (
        <p>
          The page is about {environment ?? 'the environments that count as production'};
          deployments were seen in <span className="said">{environments.join(', ')}</span>. Which of
          them are production stands in <code>throughline.yaml</code> under{' '}
          <code>environments</code>.
        </p>
      )}
    </Message>
  );
}
