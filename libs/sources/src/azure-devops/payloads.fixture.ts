/*
 * Written after the samples of https://learn.microsoft.com/azure/devops/service-hooks/events, with
 * names of our own. What a run carries in `resources` is as in the reference of runs,
 * https://learn.microsoft.com/rest/api/azure/devops/pipelines/runs/get.
 */

function notified(eventType: string, publisherId: string, createdDate: string, resource: object) {
  return {
    subscriptionId: 'bb3738ff-00ae-472e-b752-d192c676780c',
    notificationId: 7,
    id: '9c335e3e-e047-405c-a420-d679bd54a299',
    eventType,
    publisherId,
    message: { text: '', html: '', markdown: '' },
    detailedMessage: { text: '', html: '', markdown: '' },
    resource,
    resourceVersion: '1.0',
    resourceContainers: {
      collection: {
        id: 'c12d0eb8-e382-443b-9f9c-c52cba5014c2',
        baseUrl: 'https://dev.azure.com/acme/',
      },
      account: {
        id: 'f844ec47-a9db-4511-8281-8b63f4eaf94e',
        baseUrl: 'https://dev.azure.com/acme/',
      },
      project: {
        id: 'be9b3917-87e6-42a4-a549-2bc06a7a878f',
        baseUrl: 'https://dev.azure.com/acme/',
      },
    },
    createdDate,
  };
}

const ADA = { id: 'd6245f20', displayName: 'Ada', uniqueName: 'ada@example.com' };
const SHA = '600c52d2d5b655caa111abfd863e5a9bd304bb0e';

/** Resource version 1.0. */
export const BUILD_1 = notified('build.complete', 'tfs', '2026-03-01T12:06:12.4285528Z', {
  uri: 'vstfs:///Build/Build/2',
  id: 2,
  buildNumber: 'checkout_20260301.1',
  startTime: '2026-03-01T12:04:06.83Z',
  finishTime: '2026-03-01T12:06:10.69Z',
  reason: 'manual',
  status: 'succeeded',
  sourceGetVersion: `LG:refs/heads/main:${SHA}`,
  lastChangedBy: ADA,
  definition: { definitionType: 'xaml', id: 2, name: 'deploy-checkout' },
  requests: [{ id: 1, requestedFor: ADA }],
});

/** Resource version 2.0. */
export const BUILD_2 = notified('build.complete', 'tfs', '2026-03-01T13:06:12.4285528Z', {
  id: 479,
  buildNumber: '20260301.2',
  status: 'completed',
  result: 'failed',
  queueTime: '2026-03-01T13:03:58.1Z',
  startTime: '2026-03-01T13:04:06.83Z',
  finishTime: '2026-03-01T13:06:10.69Z',
  reason: 'individualCI',
  sourceBranch: 'refs/heads/main',
  sourceVersion: SHA,
  definition: { id: 7, name: 'deploy', path: '\\', project: { name: 'Shop' } },
  project: { id: 'be9b3917', name: 'Shop' },
  repository: {
    id: '278d5cd2-584d-4b63-824a-2ba458937249',
    type: 'TfsGit',
    name: 'checkout',
    url: 'https://acme@dev.azure.com/acme/Shop/_git/checkout',
  },
  requestedFor: ADA,
  _links: { web: { href: 'https://dev.azure.com/acme/be9b3917/_build/results?buildId=479' } },
});

const run = {
  _links: {
    web: { href: 'https://dev.azure.com/acme/be9b3917/_build/results?buildId=480' },
    'pipeline.web': {
      href: 'https://dev.azure.com/acme/be9b3917/_build/definition?definitionId=7',
    },
  },
  pipeline: { id: 7, revision: 1, name: 'checkout-delivery', folder: '\\' },
  state: 'completed',
  result: 'succeeded',
  createdDate: '2026-03-01T14:00:00.613Z',
  finishedDate: '2026-03-01T14:09:13.613Z',
  resources: {
    repositories: {
      self: {
        repository: { id: '278d5cd2-584d-4b63-824a-2ba458937249', type: 'azureReposGit' },
        refName: 'refs/heads/main',
        version: SHA,
      },
    },
  },
  id: 480,
  name: '20260301.3',
};

export const RUN = notified(
  'ms.vss-pipelines.run-state-changed-event',
  'pipelines',
  '2026-03-01T14:09:13.683Z',
  { run, pipeline: run.pipeline },
);

export const RUN_STARTED = notified(
  'ms.vss-pipelines.run-state-changed-event',
  'pipelines',
  '2026-03-01T14:00:01.2Z',
  {
    run: { ...run, state: 'inProgress', result: undefined, finishedDate: undefined },
    pipeline: run.pipeline,
  },
);

export const STAGE = notified(
  'ms.vss-pipelines.stage-state-changed-event',
  'pipelines',
  '2026-03-01T14:09:12.186Z',
  {
    stage: {
      id: '00000000-0000-0000-0000-000000000000',
      name: 'deploy_production',
      displayName: 'Deploy to production',
      state: 'completed',
      result: 'succeeded',
    },
    run: { ...run, state: 'inProgress', result: undefined, finishedDate: undefined },
    pipeline: run.pipeline,
  },
);

/** With less than is sent: what the page of events shows. */
export const DEPLOYMENT_COMPLETED = notified(
  'ms.vss-release.deployment-completed-event',
  'rm',
  '2026-03-01T15:10:28.5345098Z',
  {
    environment: {
      id: 5,
      releaseId: 0,
      name: 'Production',
      status: 'succeeded',
      deploySteps: [],
      rank: 1,
      modifiedOn: '2026-03-01T15:00:17.26Z',
      owner: ADA,
      release: {
        id: 1,
        name: 'Release-1',
        _links: { web: { href: 'https://dev.azure.com/acme/Shop/_release?releaseId=1' } },
      },
    },
    project: { id: 'be9b3917', name: 'Shop' },
  },
);

const completed = DEPLOYMENT_COMPLETED.resource as { readonly environment: object };

/** Of a release that was deployed a second time, of what a build made. */
export const REDEPLOYED = {
  ...DEPLOYMENT_COMPLETED,
  resource: {
    ...completed,
    environment: {
      ...completed.environment,
      status: 'rejected',
      deploySteps: [
        { id: 12, attempt: 2, queuedOn: '2026-03-01T15:09:00.1Z', status: 'failed' },
        { id: 11, attempt: 1, queuedOn: '2026-03-01T14:00:00.1Z', status: 'succeeded' },
      ],
    },
    deployment: {
      attempt: 2,
      deploymentStatus: 'failed',
      requestedFor: ADA,
      startedOn: '2026-03-01T15:09:05Z',
      completedOn: '2026-03-01T15:10:27Z',
    },
    release: {
      id: 1,
      name: 'Release-1',
      artifacts: [
        {
          type: 'Build',
          alias: '_checkout',
          definitionReference: {
            definition: { id: '7', name: 'checkout-ci' },
            branch: { id: 'refs/heads/main', name: 'refs/heads/main' },
            sourceVersion: { id: SHA, name: '' },
            version: { id: '479', name: '20260301.2' },
          },
          isPrimary: true,
        },
      ],
      releaseDefinition: { id: 1, name: 'Checkout CD' },
    },
  },
};

export const DEPLOYMENT_STARTED = {
  ...REDEPLOYED,
  eventType: 'ms.vss-release.deployment-started-event',
  createdDate: '2026-03-01T15:09:02.157Z',
  resource: {
    ...REDEPLOYED.resource,
    environment: { ...REDEPLOYED.resource.environment, status: 'inProgress' },
    deployment: undefined,
  },
};

const repository = {
  id: '4bc14d40-c903-45e2-872e-0462c7748079',
  name: 'checkout',
  project: { id: '6ce954b1', name: 'Shop', state: 'wellFormed' },
  defaultBranch: 'refs/heads/main',
  remoteUrl: 'https://dev.azure.com/acme/Shop/_git/checkout',
};

const pushed = (letter: string, comment: string) => ({
  commitId: letter.repeat(40),
  author: { name: 'Ada', email: 'ada@example.com', date: '2026-03-01T09:00:00Z' },
  committer: { name: 'Ada', email: 'ada@example.com', date: '2026-03-01T09:30:00Z' },
  comment,
});

const push = notified('git.push', 'tfs', '2026-03-01T10:00:01.0379153Z', {
  commits: [pushed('c', 'Charge once'), pushed('b', 'Retry'), pushed('a', 'Log')],
  refUpdates: [
    { name: 'refs/heads/main', oldObjectId: '0a'.repeat(20), newObjectId: 'c'.repeat(40) },
  ],
  repository,
  pushedBy: ADA,
  pushId: 14,
  date: '2026-03-01T10:00:00.3309587Z',
});

/** Of as many commits as it lists. */
export const PUSH = {
  ...push,
  detailedMessage: {
    ...push.detailedMessage,
    text: 'Ada pushed 3 commits to checkout:main\r\n - …',
  },
};

const pullRequest = {
  repository,
  pullRequestId: 17,
  status: 'active',
  createdBy: ADA,
  creationDate: '2026-02-28T16:55:46.589889Z',
  title: 'Charge the card once',
  description: '',
  sourceRefName: 'refs/heads/charge-once',
  targetRefName: 'refs/heads/main',
  mergeStatus: 'succeeded',
  lastMergeSourceCommit: { commitId: '53d54ac915144006c2c9e90d2c7d3880920db49c' },
  lastMergeTargetCommit: { commitId: 'a511f535b1ea495ee0c903badb68fbc83772c882' },
  lastMergeCommit: { commitId: 'eef717f69257a6333f221566c1c987dc94cc0d72' },
  reviewers: [{ vote: 0, id: '2ea2d095', displayName: '[Shop]\\Payments', isContainer: true }],
};

export const PULL_REQUEST_CREATED = notified(
  'git.pullrequest.created',
  'tfs',
  '2026-02-28T16:55:47.2879096Z',
  pullRequest,
);

export const PULL_REQUEST_MERGED = notified(
  'git.pullrequest.merged',
  'tfs',
  '2026-03-01T09:59:13.3156388Z',
  { ...pullRequest, status: 'completed', closedDate: '2026-03-01T09:59:12.3660573Z' },
);

export const PULL_REQUEST_ABANDONED = notified(
  'git.pullrequest.updated',
  'tfs',
  '2026-03-01T09:59:13.3156388Z',
  { ...pullRequest, status: 'abandoned', closedDate: '2026-03-01T09:59:12.3660573Z' },
);

export const PULL_REQUEST_COMMENT = notified(
  'ms.vss-code.git-pullrequest-comment-event',
  'tfs',
  '2026-02-28T18:00:01.1Z',
  {
    comment: {
      id: 1,
      parentCommentId: 0,
      author: { id: 'b7c1', displayName: 'Grace', uniqueName: 'grace@example.com' },
      content: 'Why twice?',
      publishedDate: '2026-02-28T18:00:00.307Z',
      commentType: 'text',
    },
    pullRequest,
  },
);

const fields = {
  'System.AreaPath': 'Shop\\Payments',
  'System.TeamProject': 'Shop',
  'System.WorkItemType': 'Bug',
  'System.State': 'New',
  'System.CreatedDate': '2026-03-01T17:42:44.663Z',
  'System.CreatedBy': 'Ada',
  'System.ChangedDate': '2026-03-01T17:42:44.663Z',
  'System.Title': 'Cards are charged twice',
  'System.Tags': 'Incident; payments',
  'Microsoft.VSTS.Common.Severity': '2 - High',
  'Microsoft.VSTS.Common.Priority': 1,
};

const html = { href: 'https://dev.azure.com/acme/Shop/_workitems/edit/5' };

export const WORK_ITEM_CREATED = notified(
  'workitem.created',
  'tfs',
  '2026-03-01T17:42:45.7688022Z',
  { id: 5, rev: 1, fields, _links: { html } },
);

/** What `workitem.updated` carries of a change. */
export function workItemUpdated(
  changed: Record<string, { oldValue?: unknown; newValue: unknown }>,
) {
  const now = Object.entries(changed).map(([name, { newValue }]) => [name, newValue]);
  return notified('workitem.updated', 'tfs', '2026-03-01T18:30:00.5Z', {
    id: 2,
    workItemId: 5,
    rev: 2,
    fields: { 'System.Rev': { oldValue: 1, newValue: 2 }, ...changed },
    _links: { html },
    revision: {
      id: 5,
      rev: 2,
      fields: {
        ...fields,
        'System.ChangedDate': '2026-03-01T18:29:59.1Z',
        ...(Object.fromEntries(now) as Record<string, unknown>),
      },
    },
  });
}

export const WORK_ITEM_DELETED = notified(
  'workitem.deleted',
  'tfs',
  '2026-03-01T19:00:00.0657064Z',
  { id: 5, rev: 3, fields },
);

export const WORK_ITEM_COMMENTED = notified('workitem.commented', 'tfs', '2026-03-01T18:00:00.1Z', {
  id: 5,
  rev: 2,
  fields: { ...fields, 'System.History': 'Looking at it.' },
});
