import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BUILT_IN_DEFINITIONS,
  FAILURE_RULE_NAMES,
  type OwnDefinition,
  type ReworkSign,
} from '@throughline/dora';
import { type Configuration, loadConfiguration } from '@throughline/service-kit';
import { ownDefinitions } from './own-definitions.js';

/** Every sign there is: one that is missing here, or too many, does not compile. */
const REWORK_SIGNS = Object.keys({
  unplanned: true,
  kind: true,
  names_fix: true,
} satisfies Record<ReworkSign, true>);

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'definitions-'));
});

afterAll(() => rm(directory, { recursive: true }));

async function load(definitions: Record<string, object>): Promise<Configuration> {
  // JSON is YAML.
  await writeFile(join(directory, 'throughline.yaml'), JSON.stringify({ definitions }));
  return loadConfiguration({ variables: {}, workingDirectory: directory });
}

/** What may stand where a word that is far from all of them stands, as the refusal lists it. */
async function possible(own: object): Promise<string[]> {
  const refused = await load({ ours: own }).then(
    () => '',
    (error: unknown) => String(error),
  );
  return /possible here: (.*)/.exec(refused)?.[1]?.split(', ') ?? [];
}

const FAR = 'far-from-anything-known';

describe('what throughline.yaml takes and what there is', () => {
  it('are the same definitions', async () => {
    expect(await possible({ extends: FAR })).toEqual(BUILT_IN_DEFINITIONS.map(({ id }) => id));
  });

  it('are the same rules of failure', async () => {
    const own = { extends: 'dora', failure: { rules: [FAR] } };
    expect(await possible(own)).toEqual(FAILURE_RULE_NAMES);
  });

  it('are the same signs of rework', async () => {
    const own = { extends: 'dora', rework: { signs: [FAR] } };
    expect(await possible(own)).toEqual(REWORK_SIGNS);
  });

  it('are the same definitions that no clock of a commit runs in', async () => {
    for (const { id, leadTime } of BUILT_IN_DEFINITIONS) {
      const loaded = load({ ours: { extends: id, leadTime: { from: 'committed' } } });
      const isTaken = await loaded.then(
        () => true,
        () => false,
      );
      expect([id, isTaken]).toEqual([id, leadTime.of === 'commits']);
    }
  });

  it('are the same settings: each of them reaches the definition', async () => {
    const { definitions } = await load({
      ours: {
        extends: 'dora',
        title: 'Ours',
        leadTime: { from: 'committed', mergeCommits: true },
        failure: {
          rules: ['window'],
          minimumConfidence: 0.25,
          window: '4h',
          windowOf: { api: '30m' },
          rollbackBlames: 'last_before_rollback',
          withoutRollbacks: true,
        },
        rework: { signs: ['kind'] },
      } satisfies Readonly<Record<keyof OwnDefinition, unknown>>,
    });
    expect(ownDefinitions(definitions)).toEqual([
      expect.objectContaining({
        id: 'ours',
        title: 'Ours',
        leadTime: expect.objectContaining({ from: 'committed', withMerges: true }),
        failure: expect.objectContaining({
          rules: ['window'],
          minimumConfidence: 0.25,
          windowSeconds: 14_400,
          windowSecondsOf: { api: 1_800 },
          rollbackBlames: 'last_before_rollback',
          withoutRollbacks: true,
        }),
        rework: { signs: ['kind'] },
      }),
    ]);
  });
});
