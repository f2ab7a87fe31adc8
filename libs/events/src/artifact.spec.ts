import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { namesOfArtifact, normaliseArtifact } from './artifact.js';
import { identityOf } from './identity.js';
import { parseEvent } from './parse.js';

const HEX = 'ab12'.repeat(16);
const DIGEST = `sha256:${HEX}`;

describe('an artifact', () => {
  // The package URLs are of the forms in https://github.com/package-url/purl-spec/tree/main/types,
  // the references of those in https://github.com/distribution/reference.
  it.each([
    ['ghcr.io/acme/shop:1.4', 'ghcr.io/acme/shop:1.4'],
    [`ghcr.io/acme/shop@${DIGEST}`, `ghcr.io/acme/shop@${DIGEST}`],
    [`ghcr.io/acme/shop:1.4@${DIGEST}`, `ghcr.io/acme/shop:1.4@${DIGEST}`],
    [`GHCR.io/acme/shop:v1-RC@SHA256:${HEX.toUpperCase()}`, `ghcr.io/acme/shop:v1-RC@${DIGEST}`],
    [`docker-pullable://ghcr.io/acme/shop@${DIGEST}`, `ghcr.io/acme/shop@${DIGEST}`],
    ['oci://ghcr.io/acme/shop:1.4', 'ghcr.io/acme/shop:1.4'],
    ['docker.io/library/x', 'docker.io/library/x'],
    ['index.docker.io/acme/x:2', 'docker.io/acme/x:2'],
    ['nginx:1.27', 'docker.io/library/nginx:1.27'],
    ['acme/x:2', 'docker.io/acme/x:2'],
    ['localhost:5000/x', 'localhost:5000/x'],
    ['registry:5000/a/b__c:2', 'registry:5000/a/b__c:2'],
    [`SHA256:${HEX}`, DIGEST],
    [
      `pkg:oci/shop@sha256%3A${HEX}?repository_url=ghcr.io/acme/shop&tag=1.4`,
      `ghcr.io/acme/shop:1.4@${DIGEST}`,
    ],
    [`pkg:oci/shop@${DIGEST}?repository_url=ghcr.io/acme`, `ghcr.io/acme/shop@${DIGEST}`],
    ['pkg:oci/shop?repository_url=https://ghcr.io/acme/shop&tag=1.4', 'ghcr.io/acme/shop:1.4'],
    [`pkg:oci/shop@${DIGEST}?arch=amd64&tag=1.4`, `pkg:oci/shop@${DIGEST}`],
    ['pkg:oci/shop?tag=1.4&arch=amd64', 'pkg:oci/shop?tag=1.4'],
    ['pkg:docker/cassandra@latest', 'docker.io/library/cassandra:latest'],
    [
      `pkg:docker/customer/image@sha256%3A${HEX}?repository_url=gcr.io`,
      `gcr.io/customer/image@${DIGEST}`,
    ],
    ['pkg:npm/%40acme/web@1.2.3', 'pkg:npm/%40acme/web@1.2.3'],
    ['PKG:PyPI/Foo_Bar@1.0?file_name=foo.whl', 'pkg:pypi/foo-bar@1.0'],
    ['pkg:maven/org.acme/shop@1.2?type=jar#lib', 'pkg:maven/org.acme/shop@1.2'],
    // No name of a package, an image or a digest: they stand for themselves.
    ['pkg:', 'pkg:'],
    [' shop-1.4.zip ', 'shop-1.4.zip'],
    ['Shop:1.4', 'Shop:1.4'],
    ['https://acme.example/shop.zip', 'https://acme.example/shop.zip'],
    ['release 7', 'release 7'],
  ])('written %s is %s', (written, name) => {
    expect(normaliseArtifact(written)).toBe(name);
    expect(normaliseArtifact(name)).toBe(name);
  });

  it.each([
    [`ghcr.io/acme/shop:1.4@${DIGEST}`, [DIGEST, 'ghcr.io/acme/shop:1.4']],
    [`ghcr.io/acme/shop@${DIGEST}`, [DIGEST]],
    [`localhost:5000/shop@${DIGEST}`, [DIGEST]],
    ['ghcr.io/acme/shop:1.4', ['ghcr.io/acme/shop:1.4']],
    [`pkg:oci/shop@${DIGEST}`, [DIGEST]],
    [DIGEST, [DIGEST]],
    ['pkg:npm/%40acme/web@1.2.3', ['pkg:npm/%40acme/web@1.2.3']],
  ])('%s is found by its digest first, then by its tag', (artifact, names) => {
    expect(namesOfArtifact(artifact)).toEqual(names);
  });

  it('has one name, however often it is normalised', () => {
    const part = fc.stringMatching(/^[a-zA-Z0-9._:/@%?&=#+-]{0,12}$/);
    const digest = fc.constantFrom('', `@${DIGEST}`, '@sha256:ab');
    const texts = fc.oneof(
      fc.string(),
      fc.tuple(fc.constantFrom('', 'pkg:', 'pkg:oci/', 'ghcr.io/'), part, part, digest),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const once = normaliseArtifact([text].flat().join(''));
        expect(normaliseArtifact(once)).toBe(once);
        expect(namesOfArtifact(once).map(normaliseArtifact)).toEqual(namesOfArtifact(once));
      }),
      {
        numRuns: 2_000,
        // A package URL whose version is no digest and holds a colon.
        examples: [[['pkg:oci/', '', 'a@/:', `@${DIGEST}`]]],
      },
    );
  });
});

describe('an artifact event', () => {
  const parsed = (fields: Readonly<Record<string, unknown>>) => {
    const result = parseEvent({ type: 'artifact', ...fields }, 0);
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    return result.event;
  };
  const built = { repository: 'acme/shop', sha: 'c'.repeat(40) };

  it('is of the digest; the tag is what it is also known as', () => {
    const event = parsed({
      ...built,
      artifact: `ghcr.io/acme/shop:1.4@${DIGEST}`,
      alsoKnownAs: ['pkg:oci/shop?repository_url=ghcr.io/acme/shop&tag=latest'],
    });
    expect(event).toMatchObject({
      artifact: `ghcr.io/acme/shop@${DIGEST}`,
      alsoKnownAs: ['ghcr.io/acme/shop:1.4', 'ghcr.io/acme/shop:latest'],
    });
    const withdrawal = { artifact: `ghcr.io/acme/shop:1.4@${DIGEST}`, retracted: true };
    expect(identityOf(parsed(withdrawal))).toBe(identityOf(event));
  });

  it('is refused where the tag would be one name too many', () => {
    const alsoKnownAs = Array.from({ length: 100 }, (_, tag) => `ghcr.io/acme/shop:${tag}`);
    const event = { type: 'artifact', ...built, alsoKnownAs };
    expect(parseEvent({ ...event, artifact: `ghcr.io/acme/shop@${DIGEST}` }, 0)).toMatchObject({
      ok: true,
    });
    expect(parseEvent({ ...event, artifact: `ghcr.io/acme/shop:x@${DIGEST}` }, 0)).toMatchObject({
      faults: [{ path: 'alsoKnownAs', code: 'too_many' }],
    });
  });
});
