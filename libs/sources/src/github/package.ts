import { z } from 'zod';
import { isCommitHash } from '../drop-in/commit-hash.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { webLink } from '../tidy.js';
import { repository } from './repository.js';

const published = z.object({
  updated_at: z.string().nullish(),
  package_version: z
    .object({
      /** `ghcr.io/acme/shop:1.4`; nothing after the colon where the image has no tag. */
      package_url: z.string().nullish(),
      html_url: z.string().nullish(),
      container_metadata: z
        .object({
          tag: z.object({ digest: z.string().nullish() }).nullish(),
          labels: z.object({ all_labels: z.record(z.string(), z.unknown()).nullish() }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

/** `package` replaces `registry_package`, which is sent beside it and has the same content. */
const payload = z.object({
  repository: repository.nullish(),
  package: published.nullish(),
  registry_package: published.nullish(),
});

/** https://github.com/opencontainers/image-spec/blob/main/annotations.md, as docker's actions set them. */
const [REVISION, SOURCE, CREATED] = ['revision', 'source', 'created'].map(
  (name) => `org.opencontainers.image.${name}`,
) as [string, string, string];

/** With a colon and a tag, with a colon alone, or with neither. */
const IMAGE = /^(.+?)(?::|(:[^:/]+))?$/;

/** An image in GitHub's registry, and the commit that its labels say it was built from. */
export const readPackage = reading(payload, (told) => {
  const image = told.package ?? told.registry_package;
  const version = image?.package_version;
  const labels = version?.container_metadata?.labels?.all_labels ?? {};
  const text = (name: string) => (typeof labels[name] === 'string' ? labels[name] : undefined);
  const [, path, tag = ''] = IMAGE.exec(version?.package_url ?? '') ?? [];
  if (!path || !version?.container_metadata) return ignored('the package is no container image');
  const sha = text(REVISION);
  const source = text(SOURCE) ?? told.repository?.full_name;
  if (sha === undefined || !isCommitHash(sha) || source === undefined) {
    return ignored(
      `the image does not say which commit it was built from: give it the label ${REVISION}`,
    );
  }
  const digest = version.container_metadata.tag?.digest;
  return events({
    type: 'artifact',
    source: 'github',
    updatedAt: image?.updated_at,
    // GitHub writes owners as they are spelt; the names of images are in lower case.
    artifact: `${path.toLowerCase()}${tag}${digest ? `@${digest}` : ''}`,
    repository: source,
    sha,
    builtAt: text(CREATED),
    url: webLink(version.html_url),
  });
});
