export { IngestionModule } from './ingestion.module.js';
export type { ConfiguredSource, IngestionOptions } from './options.js';
export { ingestionPaths } from './openapi.js';
export { ingestionOptions, KNOWN_SOURCES, runIngestor, watchIntake } from './run-ingestor.js';
