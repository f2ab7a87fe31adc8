import { PackageURL } from 'packageurl-js';
import { z } from 'zod';
import { isName } from './text.js';

const MAXIMUM = 2048;

/** How tools mark that a reference is an image: skopeo and Kubernetes, Helm and Flux. */
const TRANSPORT = /^(?:docker|docker-pullable|oci):\/\//;

/** `sha256:…`, as the OCI image specification writes it; a shorter one is an abbreviation. */
const DIGEST = /^[a-z0-9]+:[0-9a-f]{32,}$/i;

/**
 * `host:port/path:tag@digest`; https://github.com/distribution/reference. Its paths are in lower
 * case, which keeps most other texts from being taken for images.
 */
const IMAGE =
  /^(?:(?<host>localhost|[\w-]+(?:\.[\w-]+)+|[\w.-]+(?=:\d+\/))(?<port>:\d+)?\/)?(?<path>[a-z0-9]+(?:[._/-]+[a-z0-9]+)*)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>[a-z0-9]+:[0-9a-f]{32,}))?$/i;

interface Image {
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/**
 * One name for one artifact, however a tool writes it.
 *
 * - An image is `registry/path:tag@digest`, as far as each is known, with Docker Hub's own rules
 *   for what is left out (`nginx:1.27` is `docker.io/library/nginx:1.27`), also where it comes as a
 *   package URL of the types oci or docker. A tag that is not there is not made `latest`: nobody
 *   could say which build that was.
 * - Another package URL is without its qualifiers and subpath, which say where to get it and for
 *   which machine, not what it was built from; https://github.com/package-url/purl-spec.
 * - Any other text stands for itself.
 */
export function normaliseArtifact(value: string): string {
  const text = value.trim();
  if (text.length > MAXIMUM) return text;
  if (/^pkg:/i.test(text)) return normalisePackage(text);
  if (DIGEST.test(text)) return text.toLowerCase();
  const image = imageOf(text.replace(TRANSPORT, ''));
  return image === undefined ? text : textOf(image);
}

/**
 * The names by which an artifact can be found, the most exact first: a digest is the content
 * itself, whichever registry it lies in; a tag is a name that somebody gave it.
 *
 * @param artifact as {@link normaliseArtifact} writes it
 */
export function namesOfArtifact(artifact: string): readonly [string, ...string[]] {
  const { name, digest } = withoutDigest(artifact);
  if (digest === undefined) return [artifact];
  return hasTag(name) ? [digest, name] : [digest];
}

/**
 * What identifies a normalised artifact, and what else it is called: with a digest, a tag is one of
 * its names only.
 */
export function identifyArtifact(artifact: string): {
  readonly identity: string;
  readonly alias: string | undefined;
} {
  const { name, digest } = withoutDigest(artifact);
  if (digest === undefined || !hasTag(name)) return { identity: artifact, alias: undefined };
  return { identity: `${name.slice(0, name.lastIndexOf(':'))}@${digest}`, alias: name };
}

function withoutDigest(artifact: string): { readonly name: string; readonly digest?: string } {
  const at = artifact.lastIndexOf('@');
  const digest = artifact.slice(at + 1);
  if (!DIGEST.test(digest)) return { name: artifact };
  return { name: artifact.slice(0, Math.max(0, at)), digest };
}

/** A colon behind the last slash is a tag's; one before it is a port's. A package URL has no tag there. */
function hasTag(name: string): boolean {
  return !name.startsWith('pkg:') && name.lastIndexOf(':') > name.lastIndexOf('/');
}

function imageOf(text: string): Image | undefined {
  const { host, port = '', path, tag, digest } = IMAGE.exec(text)?.groups ?? {};
  // A word without any of these may be the name of anything.
  if (path === undefined || (host ?? tag ?? digest) === undefined) return undefined;
  if (path !== path.toLowerCase()) return undefined;
  return {
    repository: repositoryOf(host === undefined ? undefined : `${host.toLowerCase()}${port}`, path),
    tag,
    digest: digest?.toLowerCase(),
  };
}

/** An image without a registry is one of Docker Hub; one without an owner, of its `library`. */
function repositoryOf(registry: string | undefined, path: string): string {
  const onHub =
    registry === undefined || registry === 'docker.io' || registry === 'index.docker.io';
  if (!onHub) return `${registry}/${path}`;
  return `docker.io/${path.includes('/') ? path : `library/${path}`}`;
}

function textOf({ repository, tag, digest }: Image): string {
  return `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}

function normalisePackage(text: string): string {
  const purl = readPackage(text);
  if (purl === undefined) return text;
  const image = imageOfPackage(purl);
  if (image !== undefined) return image;
  const { type, namespace, name, version, qualifiers } = purl;
  // An OCI package has its tag among the qualifiers; where it has no digest, nothing else names it.
  const tag = type === 'oci' && version == null ? qualifiers?.['tag'] : undefined;
  const qualifier = tag === undefined ? undefined : { tag };
  const canonical = new PackageURL(type, namespace, name, version, qualifier).toString();
  // The parser takes some texts that are no package URL, and reads what it made of them otherwise.
  return readPackage(canonical)?.toString() === canonical ? canonical : text;
}

function readPackage(text: string): PackageURL | undefined {
  try {
    return PackageURL.fromString(text);
  } catch {
    return undefined;
  }
}

/** The reference of an image; undefined for another package, or where its registry is not told. */
function imageOfPackage({ type, namespace, name, version, qualifiers }: PackageURL) {
  const address = qualifiers?.['repository_url']?.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, '');
  const repository =
    type === 'docker'
      ? [address, namespace, name].filter((part) => part != null).join('/')
      : type === 'oci' && address !== undefined
        ? // The purl specification ends the address with the name; some tools give the registry only.
          address.endsWith(`/${name}`)
          ? address
          : `${address}/${name}`
        : undefined;
  if (repository === undefined) return undefined;
  const isDigest = version != null && DIGEST.test(version);
  const tag = qualifiers?.['tag'] ?? (isDigest ? undefined : version);
  const image = imageOf(
    `${repository}${tag == null ? '' : `:${tag}`}${isDigest ? `@${version}` : ''}`,
  );
  return image && textOf(image);
}

/** An image reference or a package URL. */
export const artifactReference = z
  .string()
  .overwrite(normaliseArtifact)
  .check(isName(MAXIMUM))
  .meta({ minLength: 1, maxLength: MAXIMUM });
