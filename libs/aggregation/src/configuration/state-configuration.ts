import type { Instant } from '@throughline/events';
import type { Configuration } from '@throughline/service-kit';
import { type ClickHouseClient, insertConfigurationInForce } from '@throughline/store';

/**
 * Tells the store what of the configuration its views have to know. Whoever starts last is heard: the
 * services of one installation read one file.
 */
export async function stateConfiguration(
  client: ClickHouseClient,
  { environments, services }: Pick<Configuration, 'environments' | 'services'>,
  now: Instant,
): Promise<void> {
  await insertConfigurationInForce(client, [
    { statedAt: now, production: environments.production, services },
  ]);
}
