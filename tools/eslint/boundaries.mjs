/**
 * Who may import whom: the import table of docs/architecture.md as lint rules.
 * A library is named by its tag; `bannedExternalImports` keeps each driver behind one importer.
 */

const FRAMEWORK = ['@nestjs/*', 'fastify', 'rxjs', 'reflect-metadata'];
const LOG_DRIVERS = ['kafkajs', 'lmdb'];
const STORE_DRIVERS = ['@clickhouse/*', 'chdb'];
const TELEMETRY = ['pino', 'pino-pretty', '@opentelemetry/*'];
const EVERY_DRIVER = [...LOG_DRIVERS, ...STORE_DRIVERS, ...TELEMETRY];

/** Pure: no framework, no driver, no I/O. */
const PURE = { bannedExternalImports: [...FRAMEWORK, ...EVERY_DRIVER, 'node:*'] };

const SHARED = [
  'type:events',
  'type:dora',
  'type:sources',
  'type:event-log',
  'type:store',
  'type:service-kit',
];

export const depConstraints = [
  { sourceTag: 'type:events', onlyDependOnLibsWithTags: [], ...PURE },
  { sourceTag: 'type:dora', onlyDependOnLibsWithTags: ['type:events'], ...PURE },
  { sourceTag: 'type:sources', onlyDependOnLibsWithTags: ['type:events'], ...PURE },
  {
    sourceTag: 'type:event-log',
    onlyDependOnLibsWithTags: ['type:events'],
    bannedExternalImports: [...STORE_DRIVERS, ...TELEMETRY],
  },
  {
    sourceTag: 'type:store',
    onlyDependOnLibsWithTags: ['type:events', 'type:dora'],
    bannedExternalImports: [...FRAMEWORK, ...LOG_DRIVERS, ...TELEMETRY],
  },
  {
    sourceTag: 'type:service-kit',
    onlyDependOnLibsWithTags: ['type:events'],
    bannedExternalImports: [...LOG_DRIVERS, ...STORE_DRIVERS],
  },
  {
    sourceTag: 'type:service-module',
    onlyDependOnLibsWithTags: SHARED,
    bannedExternalImports: EVERY_DRIVER,
  },
  {
    sourceTag: 'type:service',
    onlyDependOnLibsWithTags: ['type:service-module', 'type:service-kit'],
    bannedExternalImports: EVERY_DRIVER,
  },
  {
    sourceTag: 'type:platform',
    onlyDependOnLibsWithTags: ['type:service-module', ...SHARED],
    bannedExternalImports: EVERY_DRIVER,
  },
  {
    sourceTag: 'type:testing',
    onlyDependOnLibsWithTags: ['type:service-module', ...SHARED],
    bannedExternalImports: [...LOG_DRIVERS, ...STORE_DRIVERS, ...TELEMETRY],
  },
  {
    sourceTag: 'type:e2e',
    onlyDependOnLibsWithTags: ['type:testing'],
    bannedExternalImports: EVERY_DRIVER,
  },
];

/** Tests may use the harness and the builders; nothing that ships may. */
export const depConstraintsForTests = depConstraints.map((constraint) => ({
  ...constraint,
  onlyDependOnLibsWithTags: [...constraint.onlyDependOnLibsWithTags, 'type:testing'],
  bannedExternalImports: constraint.bannedExternalImports.filter((name) => name !== 'node:*'),
}));
