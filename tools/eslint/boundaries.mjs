import { builtinModules } from 'node:module';

/**
 * Who may import whom: the import table of docs/architecture.md as lint rules.
 * A library is named by its tag; `bannedExternalImports` keeps each driver behind one importer.
 */

const FRAMEWORK = ['@nestjs/*', 'fastify', 'rxjs', 'reflect-metadata'];
const LOG_DRIVERS = ['kafkajs', 'lmdb'];
const STORE_DRIVERS = ['@clickhouse/*', 'chdb'];
const TELEMETRY = ['pino', 'pino-pretty', '@opentelemetry/*'];
const EVERY_DRIVER = [...LOG_DRIVERS, ...STORE_DRIVERS, ...TELEMETRY];

/** Pure: no framework, no driver; and no I/O (`noInputOutput`). */
const PURE = { bannedExternalImports: [...FRAMEWORK, ...EVERY_DRIVER] };

const SHARED = [
  'type:events',
  'type:dora',
  'type:sources',
  'type:event-log',
  'type:store',
  'type:service-kit',
];

const depConstraints = [
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
    // Alerts go by the numbers that are answered.
    sourceTag: 'type:alerting',
    onlyDependOnLibsWithTags: ['type:service-module', ...SHARED],
    bannedExternalImports: EVERY_DRIVER,
  },
  {
    sourceTag: 'type:service',
    onlyDependOnLibsWithTags: ['type:service-module', 'type:alerting', 'type:service-kit'],
    bannedExternalImports: EVERY_DRIVER,
  },
  {
    // Outside of the workspace it is a package of its own.
    sourceTag: 'type:api-client',
    onlyDependOnLibsWithTags: [],
    ...PURE,
  },
  {
    sourceTag: 'type:dashboard',
    // Of the science it takes words and the lines of a plot; the numbers come from the API.
    onlyDependOnLibsWithTags: ['type:api-client', 'type:dora'],
    ...PURE,
  },
  {
    sourceTag: 'type:platform',
    onlyDependOnLibsWithTags: ['type:service-module', 'type:alerting', ...SHARED],
    bannedExternalImports: EVERY_DRIVER,
  },
  {
    sourceTag: 'type:testing',
    onlyDependOnLibsWithTags: ['type:service-module', 'type:alerting', 'type:testing', ...SHARED],
    bannedExternalImports: [...LOG_DRIVERS, ...STORE_DRIVERS, ...TELEMETRY],
  },
  {
    sourceTag: 'type:e2e',
    onlyDependOnLibsWithTags: ['type:testing'],
    bannedExternalImports: EVERY_DRIVER,
  },
  {
    sourceTag: 'type:workspace',
    onlyDependOnLibsWithTags: ['type:events', 'type:service-kit', 'type:testing'],
    bannedExternalImports: [],
  },
];

/** Tests may use the harness and the builders; nothing that ships may. */
const depConstraintsForTests = depConstraints.map((constraint) => ({
  ...constraint,
  onlyDependOnLibsWithTags: [...constraint.onlyDependOnLibsWithTags, 'type:testing'],
}));

/** @param {object[]} constraints */
const boundaries = (constraints) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    {
      allow: [],
      depConstraints: constraints,
      // The harness is made of the very libraries whose tests use it.
      ignoredCircularDependencies: [['testing', '*']],
    },
  ],
});

export const boundariesOfSources = boundaries(depConstraints);

export const boundariesOfTests = boundaries(depConstraintsForTests);

export const PURE_SOURCES = ['libs/{events,dora,sources}/src/**/*.ts'];

/** Hashing and comparing signatures are computations. */
const PURE_BUILT_INS = ['crypto'];

const IMPURE_BUILT_INS = builtinModules.filter((name) => !PURE_BUILT_INS.includes(name));

/** The boundary rule knows nothing of Node's own modules, so what keeps pure libraries from I/O is this one. */
export const noInputOutput = {
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          regex: `^(node:)?(${IMPURE_BUILT_INS.join('|')})(/|$)`,
          message: 'This library is pure: whoever calls it does the reading and writing.',
        },
      ],
    },
  ],
};
