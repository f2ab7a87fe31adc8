import { namesOfArtifact } from '@throughline/events';
import type { ClickHouseClient } from '@clickhouse/client';
import { defineInsert } from '../engine/insert.js';
import type { FactOf } from './stated-fact.js';

type ArtifactFact = FactOf<'artifact'>;

const insertNames = defineInsert({
  name: 'insert-artifact-names',
  table: 'artifact_names',
  columns: ['name', 'artifact'],
  row: ({ name, artifact }: { readonly name: string; readonly artifact: string }) => [
    name,
    artifact,
  ],
});

const insertFacts = defineInsert({
  name: 'insert-artifacts',
  table: 'artifacts',
  columns: [
    'artifact',
    'names',
    'repository',
    'sha',
    'built_at',
    'url',
    'source',
    'labels',
    'fact_version',
    'retracted',
  ],
  row: (fact: ArtifactFact) => {
    const { event, version } = fact;
    const stated = event.retracted ? undefined : event;
    return [
      event.artifact,
      namesOf(fact),
      stated?.repository ?? '',
      stated?.sha ?? '',
      stated?.builtAt ?? 0,
      stated?.url ?? '',
      event.source,
      event.labels,
      String(version),
      event.retracted ? 1 : 0,
    ];
  },
});

/** Names first: a fact whose names were not written would be found by nobody. */
export async function insertArtifacts(
  client: ClickHouseClient,
  facts: readonly ArtifactFact[],
): Promise<void> {
  await insertNames(
    client,
    facts.flatMap((fact) => namesOf(fact).map((name) => ({ name, artifact: fact.event.artifact }))),
  );
  await insertFacts(client, facts);
}

function namesOf({ event }: ArtifactFact): readonly string[] {
  const aliases = event.retracted ? [] : (event.alsoKnownAs ?? []);
  return [...new Set([event.artifact, ...aliases].flatMap(namesOfArtifact))];
}
