import type { FactoryProvider } from '@nestjs/common';
import { LOGGER, type Logger } from '@throughline/service-kit';
import { type ClickHouseClient, readProgress } from '@throughline/store';
import { STORE_CLIENT } from '../reporting-options.js';
import { LiveFeed } from './live-feed.js';
import type { Progress } from './live-message.js';
import { liveFeedBlind } from './telemetry.js';

const NOTHING_YET: Progress = { lastEventAt: null, storedAt: null, mark: '' };

export const LIVE_FEED: FactoryProvider<LiveFeed> = {
  provide: LiveFeed,
  inject: [STORE_CLIENT, LOGGER],
  useFactory: (client: ClickHouseClient, logger: Logger) =>
    new LiveFeed(
      async () => (await readProgress(client, {}))[0] ?? NOTHING_YET,
      (err) => {
        liveFeedBlind(logger, { err });
      },
    ),
};
