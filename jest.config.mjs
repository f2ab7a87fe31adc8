import { readdirSync } from 'node:fs';

/** One jest project a folder, so that `npm run jest -- --selectProjects events` runs one of them. */
const projects = ['libs', 'apps', 'tools'].flatMap((root) =>
  readdirSync(new URL(root, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ displayName: entry.name, roots: [`<rootDir>/${root}/${entry.name}`] })),
);

const shared = {
  rootDir: import.meta.dirname ?? new URL('.', import.meta.url).pathname,
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts', '**/*.spec.mjs'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  // Tests run against the sources: a `.js` import and a workspace package both lead to the `.ts` file.
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // What the providers send and how they sign: for the tests of whoever takes it in.
    '^@throughline/sources/providers$': '<rootDir>/libs/sources/src/providers.fixture.ts',
    '^@throughline/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
};

export default {
  projects: projects.map((project) => ({ ...shared, ...project })),
  reporters: ['default', '<rootDir>/tools/test/closing-line-reporter.mjs'],
  maxWorkers: 2,
  // Real engines and real processes start in some of the hooks; how fast is not what tests assert.
  testTimeout: 30_000,
};
