import { describe, expect, it } from '@jest/globals';
import { parseEvent } from '@throughline/events';
import { NO_MAPPING } from '../mapping/mapping.js';
import { example, exampleOf } from './examples.fixture.js';
import { github } from './github.js';

const SHA = '6c62fb45fe66bfb1ea9a66abc38f6a0cc974292b';
const DIGEST = `sha256:${'3da1996a'.repeat(8)}`;

interface Image {
  readonly url?: string;
  readonly labels?: Record<string, unknown>;
  readonly digest?: string;
}

// https://docs.github.com/webhooks/webhook-events-and-payloads#registry_package
function image({ url = 'ghcr.io/Acme/shop:V1', labels, digest = DIGEST }: Image) {
  const all = { 'org.opencontainers.image.revision': SHA, ...labels };
  const { payload, headers } = example('registry_package', {
    action: 'published',
    registry_package: {
      updated_at: '2026-03-01T12:00:00Z',
      package_version: {
        package_url: url,
        container_metadata: { tag: { name: 'V1', digest }, labels: { all_labels: all } },
      },
    },
    repository: { full_name: 'acme/shop' },
  });
  return github.normalise(payload, headers, NO_MAPPING);
}

describe('an image', () => {
  it('is made of the commit that its label names', () => {
    const { payload, headers } = exampleOf('package', 1);
    expect(github.normalise(payload, headers, NO_MAPPING)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'artifact',
          source: 'github',
          updatedAt: '2019-05-09T23:28:29Z',
          artifact: `ghcr.io/codertocat/hello-world@sha256:${SHA}`,
          repository: 'https://github.com/Codertocat/hello-world',
          sha: SHA,
          builtAt: '2019-05-09T23:28:29Z',
          url: 'https://github.com/Codertocat/container/hello-world/10696',
        },
      ],
    });
  });

  it('is known by its digest and its tag, in the letters that images are pulled by', () => {
    const result = image({});
    expect(result).toMatchObject({
      events: [{ artifact: `ghcr.io/acme/shop:V1@${DIGEST}`, repository: 'acme/shop', sha: SHA }],
    });
    if (result.kind !== 'events') throw new Error(result.reason);
    expect(parseEvent(result.events[0], 0)).toMatchObject({
      ok: true,
      event: {
        artifact: `ghcr.io/acme/shop@${DIGEST}`,
        alsoKnownAs: ['ghcr.io/acme/shop:V1'],
      },
    });
    expect(image({ url: 'ghcr.io/acme/shop', digest: '' })).toMatchObject({
      events: [{ artifact: 'ghcr.io/acme/shop' }],
    });
    expect(image({ url: 'host:5000/shop', digest: '' })).toMatchObject({
      events: [{ artifact: 'host:5000/shop' }],
    });
  });

  it.each([
    ['without that label', image({ labels: { 'org.opencontainers.image.revision': '' } })],
    ['with a strange label', image({ labels: { 'org.opencontainers.image.revision': 7 } })],
    ['without a name', image({ url: '' })],
  ])('%s is ignored', (_, result) => {
    expect(result).toMatchObject({ kind: 'ignored' });
  });

  it('is no other package', () => {
    const { payload, headers } = exampleOf('package', 0);
    expect(github.normalise(payload, headers, NO_MAPPING)).toEqual({
      kind: 'ignored',
      reason: 'the package is no container image',
    });
  });
});
