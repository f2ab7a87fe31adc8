import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDatadogDeployment } from './datadog/deployment.js';
import { readDatadogFailure } from './datadog/failure.js';
import { readDatadogPatch } from './datadog/patch.js';
import { readDevLakeDeployment } from './devlake/deployment.js';
import { readDevLakeIssue } from './devlake/issue.js';
import { readDevLakePullRequest } from './devlake/pull-request.js';
import { readGitLabDeployment, readGitLabUpdate } from './gitlab/deployment.js';
import type { DropInReading } from './reading.js';
import { readSleuthDeploy } from './sleuth/deploy.js';
import { readSleuthImpact } from './sleuth/impact.js';
import { NOW } from './stated.fixture.js';
import { writeTellingId } from './telling-id.js';

const SHA = 'a'.repeat(40);
const SHOP = { by: 'name', value: 'shop' } as const;
const SLEUTH = { organisation: 'o', deployment: 'd', environment: 'e', source: 's' };
const TIME = '2026-01-01T12:00:00Z';

type Read = (request: unknown) => DropInReading<unknown>;

/** Each reader with a request that it takes. */
const READERS: [string, Read, object][] = [
  [
    'readDatadogDeployment',
    readDatadogDeployment,
    {
      data: {
        attributes: {
          service: 's',
          env: 'e',
          started_at: 1,
          finished_at: 2,
          git: { commit_sha: SHA, repository_url: 'a/b' },
          custom_tags: ['a:b'],
        },
      },
    },
  ],
  [
    'readDatadogFailure',
    readDatadogFailure,
    { data: { attributes: { services: ['s'], started_at: 1, name: 'n', severity: 'x' } } },
  ],
  [
    'readDatadogPatch',
    (request) => readDatadogPatch(request, writeTellingId(['s', 'e', 'i']), NOW),
    { data: { attributes: { change_failure: true, remediation: { id: 'i', type: 'rollback' } } } },
  ],
  [
    'readDevLakeDeployment',
    (request) => readDevLakeDeployment(request, SHOP, NOW),
    {
      id: 'i',
      startedDate: TIME,
      finishedDate: TIME,
      deploymentCommits: [{ repoUrl: 'a/b', commitSha: SHA }],
    },
  ],
  [
    'readDevLakeDeployment, as it was before',
    (request) => readDevLakeDeployment(request, SHOP, NOW),
    { start_time: TIME, end_time: TIME, repo_url: 'a/b', commit_sha: SHA },
  ],
  [
    'readDevLakeIssue',
    (request) => readDevLakeIssue(request, SHOP),
    { issueKey: 'k', title: 't', type: 'INCIDENT', status: 'DONE', createdDate: TIME, url: 'u' },
  ],
  [
    'readDevLakePullRequest',
    readDevLakePullRequest,
    { baseRepoId: 'r', pullRequestKey: 1, displayTitle: 't', createdDate: TIME, url: 'u' },
  ],
  [
    'readSleuthDeploy',
    (request) => readSleuthDeploy(request, SLEUTH, NOW),
    { sha: SHA, environment: 'e', date: TIME, tags: ['t'], links: { l: 'http://l' }, email: 'e' },
  ],
  [
    'readSleuthImpact',
    (request) => readSleuthImpact(request, SLEUTH, NOW),
    { type: 'triggered', id: 'i', date: TIME, ended_date: TIME, title: 't', url: 'u' },
  ],
  [
    'readGitLabDeployment',
    (request) => readGitLabDeployment(request, 'a/b', NOW),
    { environment: 'e', sha: SHA, ref: 'r', tag: false, status: 'success' },
  ],
];

type Path = readonly string[];

/** Where something stands in a value, the whole of it included. */
function pathsIn(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const inside = Object.entries(value).flatMap(([key, field]) =>
    pathsIn(field).map((path) => [key, ...path]),
  );
  return [[], ...inside];
}

/** A copy with something else in one place. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const mutated = (value: object): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...pathsIn(value)), fc.jsonValue())
    .map(([path, by]) => replaced(value, path, by));

describe.each(READERS)('%s', (_, read, request) => {
  it('takes its request', () => {
    expect(read(request).kind).toBe('events');
  });

  it('says of whatever is sent what it is, and never throws', () => {
    fc.assert(
      fc.property(mutated(request), (sent) => {
        const reading = read(sent);
        expect(['events', 'refused', 'ignored', 'incomplete']).toContain(reading.kind);
        if (reading.kind === 'refused') expect(reading.faults).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

it('an id that somebody made up is refused, and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (told, id) => {
      for (const made of [id, writeTellingId([told]), `tl1.${id}`]) {
        const update = readGitLabUpdate({ status: 'success' }, 'a/b', made, NOW);
        const patch = readDatadogPatch(READERS[2]?.[2], made, NOW);
        expect([update.kind, patch.kind]).toEqual(['refused', 'refused']);
      }
    }),
    { numRuns: 1000 },
  );
});
