import { openEventLog } from '../../../libs/event-log/dist/index.js';
import { ingestionOptions, IngestionModule } from '../../../libs/ingestion/dist/index.js';
import {
  createHttpApplication,
  createLogger,
  HealthRegistry,
  loadConfiguration,
} from '../../../libs/service-kit/dist/index.js';

// The ingestor on its embedded log, with nothing that reads the log beside it. Prints its port.

const configuration = loadConfiguration({
  variables: process.env,
  workingDirectory: process.env.THROUGHLINE_DATA_DIR,
});
const log = await openEventLog(configuration);
const application = await createHttpApplication(
  IngestionModule.register(await ingestionOptions(configuration, log)),
  {
    configuration,
    logger: createLogger({ service: 'ingestor', level: 'info' }),
    health: new HealthRegistry(),
  },
);
await application.listen(0, '127.0.0.1');
process.stdout.write(`${application.getHttpServer().address().port}\n`);
process.once('SIGTERM', async () => {
  await application.close();
  await log.close();
});
