import type { FactoryProvider } from '@nestjs/common';
import { LOGGER, type Logger } from '@throughline/service-kit';
import { type ClickHouseClient, readAlertsMark, readProgress } from '@throughline/store';
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
      () => readState(client),
      (err) => {
        liveFeedBlind(logger, { err });
      },
    ),
};

/** Alerts change by themselves too, when their deciders have thought and when receivers were told. */
async function readState(client: ClickHouseClient): Promise<Progress> {
  const [[progress = NOTHING_YET], [alerts]] = await Promise.all([
    readProgress(client, {}),
    readAlertsMark(client, {}),
  ]);
  return { ...progress, mark: `${progress.mark}-${alerts?.mark ?? ''}` };
}
