import { type Provider, PROVEN_BY_BEARER } from '../provider.fixture.js';
import { jenkins } from './jenkins.js';

/*
 * Written after the fields of the Notification plugin's classes `JobState`, `BuildState` and
 * `ScmState` (https://github.com/jenkinsci/notification-plugin), with names of our own.
 */

export const SHA = 'c6d86dc654b12425e706bcf951adfe5a8627a517';

const build = {
  full_url: 'https://ci.example.com/job/shop/job/deploy-checkout/18/',
  number: 18,
  queue_id: 4711,
  timestamp: 1772366400000,
  duration: 0,
  phase: 'STARTED',
  url: 'job/shop/job/deploy-checkout/18/',
  scm: {
    url: 'git@github.com:acme/shop.git',
    branch: 'origin/main',
    commit: SHA,
    changes: [],
    culprits: [],
  },
  parameters: { ENVIRONMENT: 'production', VERSION: '1.4.0', DRY_RUN: 'false' },
  log: '',
  notes: '',
  artifacts: {},
};

const job = {
  name: 'deploy-checkout',
  display_name: 'deploy-checkout',
  url: 'job/shop/job/deploy-checkout/',
};

export const STARTED = { ...job, build };

/** A minute and a half later. */
export const COMPLETED = {
  ...job,
  build: {
    ...build,
    phase: 'COMPLETED',
    status: 'SUCCESS',
    timestamp: 1772366490000,
    duration: 90_000,
  },
};

export const FINALIZED = {
  ...COMPLETED,
  build: { ...COMPLETED.build, phase: 'FINALIZED', timestamp: 1772366490421 },
};

/** Without git, without parameters, and not within a folder. */
export const BARE = {
  name: 'nightly',
  url: 'job/nightly/',
  build: {
    number: 7,
    phase: 'COMPLETED',
    status: 'ABORTED',
    timestamp: 1772366490000,
    url: 'job/nightly/7/',
    scm: {},
  },
};

export const PROVIDER: Provider = {
  source: jenkins,
  ...PROVEN_BY_BEARER,
  examples: [STARTED, COMPLETED, FINALIZED, BARE].map((payload) => ({ payload, headers: {} })),
};
