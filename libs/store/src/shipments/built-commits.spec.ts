import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArtifactEvent, DeploymentEvent } from '@throughline/events';
import { eventOf, openTestStore, type TestStore } from '@throughline/testing';
import { insertArtifacts } from '../facts/artifact-facts.js';
import { insertDeployments } from '../facts/deployment-facts.js';
import { readArtifactsOf, readDeploymentsOfArtifacts } from './built-commits.js';
import { readContributions } from './contributions.js';

const sha = (letter: string) => letter.repeat(40);
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

const NOON = Date.UTC(2026, 1, 2, 12);
const HOUR = 3_600_000;

let store: TestStore;
let said = 0n;

beforeAll(async () => {
  store = await openTestStore();
});

afterAll(() => store.close());

const built = (artifact: string, of: string, at?: number, alsoKnownAs: readonly string[] = []) => {
  said += 1n;
  const event = eventOf({
    type: 'artifact',
    ...{ artifact, alsoKnownAs, repository: `acme/${of}`, sha: sha(of), builtAt: at },
  });
  return insertArtifacts(store.client, [{ event: event as ArtifactEvent, version: said }]);
};

const deployed = (id: string, artifacts: readonly string[]) => {
  said += 1n;
  const event = eventOf({
    type: 'deployment',
    ...{ service: 'shop', environment: 'live', id, artifacts },
    ...{ status: 'succeeded', finishedAt: NOON },
  });
  return insertDeployments(store.client, [{ event: event as DeploymentEvent, version: said }]);
};

const broughtBy = async (id: string) => {
  const rows = await readContributions(store.client, {
    ...{ services: ['shop'], environments: ['live'], every: false, ids: [id] },
  });
  return rows.map((row) => [row.repository, row.sha.slice(0, 1), row.built]);
};

describe('what a deployment brought by its artifacts', () => {
  it('is found by the digest, in whichever registry it lies', async () => {
    await built(`ghcr.io/acme/one@${digest('1')}`, 'a');
    await deployed('mirrored', [`mirror.example:5000/one:7@${digest('1')}`]);
    expect(await broughtBy('mirrored')).toEqual([['acme/a', 'a', true]]);
  });

  it('is found by the tag where the build or the deployer knows no digest', async () => {
    await built(`ghcr.io/acme/two:7@${digest('2')}`, 'b');
    await built('ghcr.io/acme/three:7', 'c');
    await deployed('tags', ['ghcr.io/acme/two:7', `ghcr.io/acme/three:7@${digest('3')}`]);
    expect((await broughtBy('tags')).sort()).toEqual([
      ['acme/b', 'b', true],
      ['acme/c', 'c', true],
    ]);
  });

  it('is of the digest, not of a tag that has moved since', async () => {
    await built(`ghcr.io/acme/four:live@${digest('4')}`, 'a');
    await built(`ghcr.io/acme/four:live@${digest('5')}`, 'b');
    await deployed('moved', [`ghcr.io/acme/four:live@${digest('4')}`]);
    expect(await broughtBy('moved')).toEqual([['acme/a', 'a', true]]);
  });

  it.each([
    ['the last one built before it finished', ['a', -2], ['b', -1], ['c', 1], 'b'],
    ['one built at that moment', ['a', -1], ['b', 0], ['c', 1], 'b'],
    ['the first of all where none was built before', ['a', 3], ['b', 2], ['c', 1], 'c'],
    ['the one that says when, of two of which one does not', ['a', null], ['b', -9], ['c', 1], 'b'],
  ] as const)('is, of the builds that a tag was given, %s', async (name, one, two, three, of) => {
    const tag = `acme/tagged:${name.replaceAll(/\W/g, '-').slice(0, 60)}`;
    for (const [letter, hours] of [three, one, two]) {
      const at = hours === null ? undefined : NOON + hours * HOUR;
      await built(`acme/${letter}@${digest(letter)}`, letter, at, [tag]);
    }
    await deployed(name, [tag]);
    expect(await broughtBy(name)).toEqual([[`acme/${of}`, of, true]]);
  });

  it('is nothing where nobody built it', async () => {
    await deployed('unbuilt', ['ghcr.io/acme/nobody:1']);
    expect(await broughtBy('unbuilt')).toEqual([]);
    const scope = { environments: ['live'], everyService: true, services: [] };
    expect(await readArtifactsOf(store.client, { ...scope, ids: ['unbuilt', 'tags'] })).toEqual(
      [
        ['tags', 'ghcr.io/acme/two:7', { repository: 'acme/b', sha: sha('b') }],
        ['tags', `ghcr.io/acme/three:7@${digest('3')}`, { repository: 'acme/c', sha: sha('c') }],
        ['unbuilt', 'ghcr.io/acme/nobody:1', undefined],
      ].map(([id, artifact, commit]) => ({
        ...{ service: 'shop', environment: 'live', id, artifact, commit },
      })),
    );
  });
});

describe('the deployments of an artifact', () => {
  it('are those by any name that it ever had', async () => {
    const identity = `ghcr.io/acme/six@${digest('6')}`;
    await built(identity, 'a', NOON, ['ghcr.io/acme/six:old']);
    await built(identity, 'a', NOON, ['ghcr.io/acme/six:new']);
    await deployed('six-old', ['ghcr.io/acme/six:old']);
    await deployed('six-new', ['ghcr.io/acme/six:new']);
    await deployed('six', [digest('6')]);
    await deployed('seven', ['ghcr.io/acme/seven:new']);
    const rows = await readDeploymentsOfArtifacts(store.client, { artifacts: [identity] });
    expect(rows.map(({ id }) => id).sort()).toEqual(['six', 'six-new', 'six-old']);
    expect(await broughtBy('six-old')).toEqual([]);
    expect(await broughtBy('six-new')).toEqual([['acme/a', 'a', true]]);
  });
});
