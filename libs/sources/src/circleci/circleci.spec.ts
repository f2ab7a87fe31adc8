import { describe, expect, it } from '@jest/globals';
import type { DeploymentRule } from '../mapping/deployment-rule.js';
import { type Mapping, NO_MAPPING } from '../mapping/mapping.js';
import { JOB, WORKFLOW, WORKFLOW_OF_GITLAB } from './circleci.fixture.js';
import { circleci } from './circleci.js';

const deploying = (...deployments: Partial<DeploymentRule>[]): Mapping => ({
  ...NO_MAPPING,
  deployments: deployments.map((rule) => ({ when: {}, ignore: false, ...rule })),
});

function read(
  payload: Readonly<Record<string, unknown>> & { readonly type: string },
  mapping: Mapping,
) {
  return circleci.normalise(payload, { 'circleci-event-type': payload.type }, mapping);
}

const WORKFLOWS = deploying({ when: { workflow: ['deploy-{environment}'], branch: ['main'] } });

describe('the signature of CircleCI', () => {
  const verify = (body: string, secret: string, signature: string | undefined) =>
    circleci.verify(
      { body: Buffer.from(body), headers: { 'circleci-signature': signature }, receivedAt: 0 },
      [secret],
    ).authentic;

  // https://circleci.com/docs/guides/integration/outbound-webhooks/
  it.each([
    ['hello world', 'secret', '734cc62f32841568f45715aeb9f4d7891324e6d948e4c6c60c0621cdac48623a'],
    [
      'lalala',
      'another-secret',
      'daa220016c8f29a8b214fbfc3671aeec2145cfb1e6790184ffb38b6d0425fa00',
    ],
    [
      'an-important-request-payload',
      'hunter123',
      '9be2242094a9a8c00c64306f382a7f9d691de910b4a266f67bd314ef18ac49fa',
    ],
  ])('of "%s" is the published one', (body, secret, hex) => {
    expect(verify(body, secret, `v1=${hex}`)).toBe(true);
    expect(verify(body, secret, `v1=${hex},v2=${'0'.repeat(64)}`)).toBe(true);
    expect(verify(body, secret, `v2=${hex}`)).toBe(false);
    expect(verify(`${body} `, secret, `v1=${hex}`)).toBe(false);
    expect(verify(body, `${secret}!`, `v1=${hex}`)).toBe(false);
  });

  it.each([
    ['missing', undefined],
    ['without its version', '734cc62f32841568f45715aeb9f4d7891324e6d948e4c6c60c0621cdac48623a'],
    ['too short', 'v1=734cc62f'],
  ])('is refused when it is %s', (_, signature) => {
    expect(verify('hello world', 'secret', signature)).toBe(false);
  });
});

describe('a workflow that a rule calls a deployment', () => {
  it('is one of what it built, from the making of the workflow to its end', () => {
    expect(read(WORKFLOW, WORKFLOWS)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'circleci',
          service: 'shop',
          environment: 'production',
          id: 'fda08377-fe7e-46b1-8992-3a7aaecac9c3',
          repository: 'https://github.com/acme/shop',
          sha: '1dc6aa69429bff4806ad6afe58d3d8f57e25973e',
          status: 'succeeded',
          startedAt: '2026-03-01T12:49:03.616Z',
          finishedAt: '2026-03-01T12:49:34.170Z',
          updatedAt: '2026-03-01T12:49:34.317Z',
          url: 'https://app.circleci.com/pipelines/github/acme/shop/130/workflows/fda08377',
        },
      ],
    });
  });

  it('is the same of a project that GitLab or the GitHub App triggers', () => {
    expect(read(WORKFLOW_OF_GITLAB, WORKFLOWS)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'circleci',
          service: 'shop',
          environment: 'production',
          id: 'c2006ece-778d-49fc-9e6e-b9965f72bee9',
          repository: 'git@gitlab.com:acme/shop.git',
          sha: '850a1519f25d14e968649cc420d1bd381715c05c',
          status: 'failed',
          startedAt: '2026-03-02T16:20:07.631Z',
          finishedAt: '2026-03-02T16:20:13.812Z',
          updatedAt: '2026-03-02T16:20:13.954328Z',
          url: 'https://app.circleci.com/pipelines/circleci/DdaVtNusHqi24D4YT3X4eu/1/workflows/c2006ece',
          actor: '6a19122c-40e0-4d56-a875-aac6ccc27700',
        },
      ],
    });
  });

  it('is of the version that its tag names', () => {
    const vcs = { ...WORKFLOW.pipeline.vcs, branch: undefined, tag: 'v1.4.0' };
    const tagged = { ...WORKFLOW, pipeline: { ...WORKFLOW.pipeline, vcs } };
    expect(read(tagged, deploying({ when: { tag: ['v*'] } }))).toMatchObject({
      events: [{ version: 'v1.4.0' }],
    });
    expect(read(tagged, WORKFLOWS)).toMatchObject({ kind: 'ignored' });
  });

  it.each([
    ['success', 'succeeded'],
    ['failed', 'failed'],
    ['error', 'failed'],
    ['canceled', 'cancelled'],
  ])('that ended as %s %s', (status, expected) => {
    const workflow = { ...WORKFLOW.workflow, status };
    expect(read({ ...WORKFLOW, workflow }, WORKFLOWS)).toMatchObject({
      events: [{ status: expected }],
    });
  });

  it('and was not allowed to run deployed nothing', () => {
    const workflow = { ...WORKFLOW.workflow, status: 'unauthorized' };
    expect(read({ ...WORKFLOW, workflow }, WORKFLOWS)).toMatchObject({ kind: 'ignored' });
  });

  it.each([
    ['trigger', deploying({ when: { trigger: ['push'] } })],
    ['project', deploying({ when: { project: ['shop'] } })],
    ['repository', deploying({ when: { repository: ['*acme/shop*'] } })],
  ])('may be told by its %s', (_, mapping) => {
    expect(read(WORKFLOW_OF_GITLAB, mapping)).toMatchObject({ kind: 'events' });
  });
});

describe('a job', () => {
  it('is a deployment where a rule names it', () => {
    const rules = deploying({ when: { job: ['deploy-{service}'] }, environment: 'staging' });
    expect(read(JOB, rules)).toMatchObject({
      events: [
        {
          service: 'checkout',
          environment: 'staging',
          id: '8b91f9a8-7975-4e60-916c-f0152ccbc937',
          status: 'succeeded',
          startedAt: '2026-03-01T12:49:28.841Z',
          finishedAt: '2026-03-01T12:49:34.170Z',
        },
      ],
    });
    expect(read(WORKFLOW, rules)).toMatchObject({ kind: 'ignored' });
  });

  it('does not count beside the workflow that a rule names', () => {
    expect(read(JOB, WORKFLOWS)).toMatchObject({ kind: 'ignored' });
  });

  it('is none where an earlier rule rules the branch out', () => {
    const rules = deploying({ when: { branch: ['main'] }, ignore: true }, { when: { job: ['*'] } });
    expect(read(JOB, rules)).toMatchObject({ kind: 'ignored' });
  });
});

describe('a delivery of CircleCI', () => {
  it('is known by its id', () => {
    expect(circleci.dedupeKey(WORKFLOW, {})).toBe('3888f21b-eaa7-38e3-8f3d-75a63bba8895');
    expect(circleci.dedupeKey({ id: 1 }, {})).toBeUndefined();
    expect(circleci.dedupeKey(null, {})).toBeUndefined();
  });

  it('deploys nothing unless a rule says so', () => {
    expect(read(WORKFLOW, NO_MAPPING)).toMatchObject({ kind: 'ignored' });
    expect(read({ type: 'ping' }, WORKFLOWS)).toMatchObject({ kind: 'ignored' });
  });

  it('is refused without its kind, or without what the kind carries', () => {
    expect(circleci.normalise(WORKFLOW, {}, WORKFLOWS)).toMatchObject({ kind: 'refused' });
    expect(read({ ...JOB, job: undefined }, WORKFLOWS)).toEqual({
      kind: 'refused',
      reason: 'job: Invalid input: expected object, received undefined',
    });
  });
});
