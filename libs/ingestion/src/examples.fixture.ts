export const sha = (letter: string) => letter.repeat(40);

export const COMMIT = {
  type: 'commit',
  repository: 'acme/shop',
  sha: sha('a'),
  parents: [sha('b')],
  authoredAt: '2026-02-01T12:00:00Z',
  author: 'ada@example.com',
};

export const DEPLOYMENT = {
  type: 'deployment',
  service: 'api',
  environment: 'production',
  id: 'r1',
  repository: 'acme/shop',
  sha: sha('a'),
  status: 'succeeded',
  finishedAt: '2026-02-02T12:00:00Z',
  actor: 'ada@example.com',
};

export const INCIDENT = { type: 'incident', id: 'i1', openedAt: '2026-02-03T12:00:00Z' };

export const SERVICE = { type: 'service', name: 'api' };
