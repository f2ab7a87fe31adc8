import { KNOWN_SOURCES, runIngestor } from '@throughline/ingestion';
import { runProcess } from '@throughline/service-kit';

await runProcess('ingestor', runIngestor, { knownSources: KNOWN_SOURCES, shares: ['log'] });
