import { createHash, createHmac } from 'node:crypto';

/** What both servers know. */
export const SECRET = 'the secret of the benchmark';

/**
 * A native deployment event, no two alike.
 *
 * @param {number} number
 */
export function nativeEvent(number) {
  const finishedAt = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
  const body = JSON.stringify({
    ...{ type: 'deployment', service: `service-${number % 50}`, environment: 'production' },
    ...{ id: `bench-${number}`, repository: `acme/repository-${number % 50}`, sha: sha(number) },
    ...{ status: 'succeeded', startedAt: '2026-01-01T00:00:00Z', finishedAt },
    ...{ version: `1.0.${number}`, url: `https://ci.example/runs/${number}`, actor: 'ada' },
  });
  return request('/v1/events', body, {});
}

/**
 * A signed push of three commits, as GitHub sends it for a small repository.
 *
 * @param {number} number
 */
export function signedPush(number) {
  const [before, one, two, after] = [0, 1, 2, 3].map((step) => sha(`${number} ${step}`));
  const repository = `repository-${number % 50}`;
  const commits = [one, two, after].map((id, index) => ({
    ...{ id, tree_id: sha(`tree ${id}`), distinct: true, message: `Change ${number} ${index}` },
    timestamp: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(),
    url: `https://github.com/acme/${repository}/commit/${id}`,
    author: { name: 'Ada', email: 'ada@example.org', username: 'ada' },
    committer: { name: 'Ada', email: 'ada@example.org', username: 'ada' },
    ...{ added: [], removed: [], modified: [`src/module-${number % 100}.ts`, 'README.md'] },
  }));
  const body = JSON.stringify({
    ...{ ref: 'refs/heads/main', before, after, created: false, deleted: false, forced: false },
    compare: `https://github.com/acme/${repository}/compare/${before}...${after}`,
    commits,
    head_commit: commits[2],
    repository: {
      ...{ id: number % 50, name: repository, full_name: `acme/${repository}`, private: true },
      ...{ html_url: `https://github.com/acme/${repository}`, default_branch: 'main' },
      owner: { login: 'acme', id: 1, type: 'Organization', site_admin: false },
    },
    pusher: { name: 'ada', email: 'ada@example.org' },
    sender: { login: 'ada', id: 2, type: 'User', site_admin: false },
  });
  return request('/v1/webhooks/github', body, {
    'x-github-event': 'push',
    'x-github-delivery': sha(`delivery ${number}`),
    'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
  });
}

function sha(seed) {
  return createHash('sha1').update(String(seed)).digest('hex');
}

/** The bytes of a request that keeps its connection. */
function request(path, body, headers) {
  const lines = Object.entries({
    host: '127.0.0.1',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}
