import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { THRESHOLD_METRICS } from './threshold-metrics.js';

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
}

/** Every number in a schema, by its place. */
function numbersOf({ type, properties = {}, anyOf = [] }: Schema, place = ''): string[] {
  if ([type].flat().some((one) => one === 'number' || one === 'integer')) return [place];
  return [
    ...anyOf.flatMap((one) => numbersOf(one, place)),
    ...Object.entries(properties).flatMap(([name, one]) =>
      numbersOf(one, place === '' ? name : `${place}.${name}`),
    ),
  ];
}

const openApi = JSON.parse(
  readFileSync(new URL('../../../../../../docs/openapi.json', import.meta.url), 'utf8'),
) as {
  paths: {
    '/v1/metrics': {
      get: {
        responses: { 200: { content: { 'application/json': { schema: { properties: never } } } } };
      };
    };
  };
};

const answer = openApi.paths['/v1/metrics'].get.responses['200'].content['application/json'].schema
  .properties as { rows: { items: Schema } };

const rowNumbers = new Set(numbersOf(answer.rows.items));

/** Answers to other questions; ends of intervals; how many a number is over, and what was not counted. */
const NOT_FOR_LIMITS = [
  /^(comparison|levels|quickCheck)\./,
  /(low|high)$/i,
  /\.(n|ended|commits|baselineCommits|mergeCommits|recovered|resolved)$/,
  /\.kaplanMeier\.open$/,
  /^leadTimeStages\.(changes|commitsWithoutChange)$/,
  /^(changeFailRate|reworkRate)\.deployments$/,
];

describe('what a limit can be set to', () => {
  it('is every number of a row of /v1/metrics that says how it goes', () => {
    const wanted = [...rowNumbers].filter(
      (place) => !NOT_FOR_LIMITS.some((pattern) => pattern.test(place)),
    );
    expect(Object.keys(THRESHOLD_METRICS).sort()).toEqual(wanted.sort());
  });

  it('says which number of the row it is over', () => {
    const unknown = Object.values(THRESHOLD_METRICS).filter(({ over }) => !rowNumbers.has(over));
    expect(unknown).toEqual([]);
  });
});
