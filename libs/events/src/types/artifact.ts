import { z } from 'zod';
import { identifyArtifact } from '../artifact.js';
import { envelope, stated, withdrawn } from '../envelope.js';
import type { Vocabulary } from '../vocabulary.js';

const MOST_NAMES = 100;

const identity = (v: Vocabulary) => ({
  artifact: v.artifact.describe(
    'What was built: an image reference, best with its digest (`ghcr.io/acme/shop@sha256:…`), or a package URL.',
  ),
});

interface Named {
  readonly artifact: string;
  readonly alsoKnownAs?: readonly string[] | undefined;
}

/** A digest identifies an artifact; the tag beside it is another name, which somebody may move. */
function withIdentity<Event extends Named>(event: Event): Event {
  const { identity: artifact, alias } = identifyArtifact(event.artifact);
  if (alias === undefined) return event;
  const alsoKnownAs = [...new Set([alias, ...(event.alsoKnownAs ?? [])])];
  return { ...event, artifact, alsoKnownAs };
}

/** What a build made, and the commit it was made of. Identity: artifact. */
export const artifact = (v: Vocabulary) =>
  z
    .object({
      ...envelope('artifact', v),
      ...stated,
      ...identity(v),
      alsoKnownAs: z
        .array(v.artifact)
        .max(MOST_NAMES)
        .optional()
        .describe('Its other names: tags, the digest for another machine, a package URL.'),
      repository: v.repository,
      sha: v.sha.describe('The commit it was built from.'),
      builtAt: v.time
        .optional()
        .describe(
          'When it was built. Where builds share a name, such as a tag that moves, a deployment of ' +
            'that name brought the last one built before it finished.',
        ),
      url: v.url.optional().describe('The build.'),
    })
    .transform(withIdentity)
    .refine(({ alsoKnownAs = [] }) => alsoKnownAs.length <= MOST_NAMES, {
      path: ['alsoKnownAs'],
      params: { fault: 'too_many' },
      message: `has more than ${MOST_NAMES} entries, with the tag of the artifact itself`,
    });

export const withdrawnArtifact = (v: Vocabulary) =>
  z
    .object({
      ...envelope('artifact', v),
      ...withdrawn,
      ...identity(v),
      repository: v.repository.optional(),
      builtAt: v.time.optional(),
    })
    .transform((event) => ({ ...event, artifact: identifyArtifact(event.artifact).identity }));
