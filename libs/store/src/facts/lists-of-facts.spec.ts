import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommitEvent, DeploymentEvent } from '@throughline/events';
import { eventOf, openTestClickHouse } from '@throughline/testing';
import { z } from 'zod';
import { connectStore, type Store } from '../engine/connect.js';
import { openEmbeddedStore } from '../engine/embedded-store.fixture.js';
import { defineQuery } from '../engine/query.js';
import { migrate } from '../migrations/migrate.js';
import { readContributions } from '../shipments/contributions.js';
import { insertCommits } from './commit-facts.js';
import { insertDeployments } from './deployment-facts.js';

const sha = (letter: string) => letter.repeat(40);

const ENGINES = [
  { engine: 'embedded', open: openEmbeddedStore },
  {
    engine: 'behind HTTP',
    open: async () => {
      const server = await openTestClickHouse();
      const store = await connectStore({ url: server.url });
      const close = async () => {
        await store.close();
        await server.close();
      };
      return { store, close };
    },
  },
];

const deployment = {
  type: 'deployment',
  service: 'api',
  environment: 'production',
  status: 'succeeded',
  finishedAt: 1_770_000_000,
};

const readReverts = defineQuery({
  name: 'reverts',
  sql: 'SELECT sha, reverts FROM commits FINAL ORDER BY sha',
  params: z.object({}),
  row: z.object({ sha: z.string(), reverts: z.array(z.string()) }),
});

const readBeside = defineQuery({
  name: 'commits-beside',
  sql: 'SELECT id, commits FROM deployments FINAL ORDER BY id',
  params: z.object({}),
  row: z.object({
    id: z.string(),
    commits: z.array(z.object({ repository: z.string(), sha: z.string() })),
  }),
});

describe.each(ENGINES)('lists of facts, in the engine $engine', ({ open }) => {
  let store: Store;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ store, close } = await open());
    await migrate(store);
  });

  afterAll(() => close());

  it('come back as they were stored: what a commit reverts', async () => {
    const commit = { type: 'commit', repository: 'acme/shop', parents: [], authoredAt: 1 };
    const events = [
      { ...commit, sha: sha('a') },
      { ...commit, sha: sha('b'), reverts: [sha('a'), sha('c')] },
    ];
    await insertCommits(
      store.client,
      events.map((event) => ({ event: eventOf(event) as CommitEvent, version: 1n })),
    );
    expect(await readReverts(store.client, {})).toEqual([
      { sha: sha('a'), reverts: [] },
      { sha: sha('b'), reverts: [sha('a'), sha('c')] },
    ]);
  });

  it('give what they list: the commits that a deployment brought of several repositories', async () => {
    const beside = [
      { repository: "acme/o'lib \\ü", sha: sha('b') },
      { repository: 'acme/site', sha: sha('c') },
    ];
    const main = { repository: 'acme/shop', sha: sha('a') };
    const events = [
      { ...deployment, id: 'both', ...main, commits: [...beside, main] },
      { ...deployment, id: 'beside only', commits: beside },
      { ...deployment, id: 'nowhere named', sha: sha('a') },
      { ...deployment, id: 'nothing' },
      { ...deployment, id: 'failed', ...main, commits: beside, status: 'failed' },
    ];
    await insertDeployments(
      store.client,
      events.map((event) => ({ event: eventOf(event) as DeploymentEvent, version: 1n })),
    );
    expect(await readBeside(store.client, {})).toEqual([
      { id: 'beside only', commits: beside },
      { id: 'both', commits: [...beside, main] },
      { id: 'failed', commits: beside },
      { id: 'nothing', commits: [] },
      { id: 'nowhere named', commits: [] },
    ]);
    const given = await readContributions(store.client, {
      services: ['api'],
      environments: ['production'],
      every: true,
      ids: [],
    });
    const texts = given.map(({ deploymentId, repository, sha: [letter] }) =>
      [deploymentId, repository, letter].join('/'),
    );
    expect(texts.sort()).toEqual(
      [
        "beside only/acme/o'lib \\ü/b",
        'beside only/acme/site/c',
        'both/acme/shop/a',
        "both/acme/o'lib \\ü/b",
        'both/acme/site/c',
        'nowhere named//a',
      ].sort(),
    );
  });
});
