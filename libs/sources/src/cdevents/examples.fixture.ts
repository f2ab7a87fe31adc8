// After the vocabulary at https://github.com/cdevents/spec (v0.5.1, v0.4.1 and v0.3.0).

export const SHA = '0123456789abcdef0123456789abcdef01234567';
export const DIGEST = '8b9a'.repeat(16);
export const IMAGE = `pkg:oci/checkout@sha256%3A${DIGEST}?repository_url=registry.acme.example/checkout`;

/** A CDEvent as 0.5 has it. */
export function cdEventOf(
  type: string,
  id: string,
  content: object,
  customData?: unknown,
): { context: Record<string, unknown>; subject: Record<string, unknown>; customData?: unknown } {
  return {
    context: {
      specversion: '0.5.1',
      id: `event-of-${id}`,
      source: '/ci/acme',
      type: `dev.cdevents.${type}`,
      timestamp: '2026-03-01T12:00:00.5Z',
    },
    subject: { id, source: '/ci/acme', content },
    ...(customData === undefined ? {} : { customData, customDataContentType: 'application/json' }),
  };
}

/** The same as 0.3 and 0.4 had it: another name of the version, and a type of the subject. */
export function older(
  event: ReturnType<typeof cdEventOf>,
  version: string,
  subjectType: string,
): unknown {
  const { specversion: _, ...context } = event.context;
  return {
    ...event,
    context: { version, ...context },
    subject: { ...event.subject, type: subjectType },
  };
}

const PRODUCTION = { environment: { id: 'production', source: '/clusters/eu' } };
const ACME_SHOP = { repository: { id: 'acme/shop', source: 'https://git.acme.example' } };

export const DEPLOYED = cdEventOf('service.deployed.0.3.0', 'checkout', {
  ...PRODUCTION,
  artifactId: IMAGE,
});

export const ROLLED_BACK = cdEventOf(
  'service.rolledback.0.3.0',
  'checkout',
  { ...PRODUCTION, artifactId: IMAGE },
  {
    commitSha: SHA,
    repositoryUrl: 'https://git.acme.example/acme/shop.git',
    version: 'v41',
    startedAt: '2026-03-01T11:58:00Z',
    deploymentId: 'rollback-7',
    fixes: ['INC-1'],
    labels: ['eu'],
  },
);

export const RUN_STARTED = cdEventOf(
  'pipelinerun.started.0.3.0',
  'run-9',
  { pipelineName: 'deploy checkout', uri: 'https://ci.acme.example/runs/9' },
  { repositoryUrl: 'acme/shop' },
);

export const RUN_FINISHED = cdEventOf(
  'pipelinerun.finished.0.3.0',
  'run-9',
  {
    pipelineName: 'deploy checkout',
    uri: 'https://ci.acme.example/runs/9',
    outcome: 'failure',
    errors: 'exit status 1',
  },
  { commitSha: SHA, repositoryUrl: 'acme/shop', startedAt: '2026-03-01T11:50:00Z' },
);

export const TASK_FINISHED = cdEventOf(
  'taskrun.finished.0.3.0',
  'task-3',
  { taskName: 'deploy', pipelineRun: { id: 'run-9' }, outcome: 'cancel' },
  { service: 'web' },
);

export const INCIDENT_DETECTED = cdEventOf('incident.detected.0.3.0', 'INC-1', {
  description: 'Checkout answers slowly',
  ...PRODUCTION,
  service: { id: 'checkout', source: '/clusters/eu' },
  artifactId: IMAGE,
});

export const INCIDENT_RESOLVED = cdEventOf('incident.resolved.0.3.0', 'INC-1', {
  description: 'Checkout answers again',
  ...PRODUCTION,
  service: { id: 'checkout' },
});

export const TICKET_CREATED = cdEventOf('ticket.created.0.2.0', 'OPS-5', {
  summary: 'No order goes through',
  ticketType: 'incident',
  group: 'payments',
  creator: 'Alice',
  priority: 'high',
  labels: ['outage'],
  uri: 'https://tickets.acme.example/OPS-5',
});

export const PACKAGED = cdEventOf('artifact.packaged.0.3.0', IMAGE, {
  change: { id: SHA, source: 'git.acme.example/acme/shop' },
});

export const PUBLISHED = cdEventOf(
  'artifact.published.0.3.0',
  IMAGE,
  { user: 'ci' },
  { commitSha: SHA, repositoryUrl: 'https://git.acme.example/acme/shop' },
);

export const BUILT = cdEventOf('build.finished.0.3.0', 'build-7', {
  artifactId: `pkg:golang/git.acme.example/acme/shop@${SHA}`,
});

export const CHANGE_CREATED = cdEventOf('change.created.0.4.0', 'pull/42', {
  description: 'Round to the cent',
  ...ACME_SHOP,
});

export const CHANGE_MERGED = cdEventOf('change.merged.0.3.0', '42', ACME_SHOP, {
  openedAt: '2026-02-27T09:00:00Z',
  commitSha: SHA,
});
