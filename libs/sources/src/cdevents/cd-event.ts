import { z } from 'zod';
import type { Mapping } from '../mapping/mapping.js';
import { type Normalised, refused } from '../source.js';
import { customData } from './custom-data.js';

const text = z.string().min(1);

/** Something else that a subject names. */
export const reference = z.object({ id: text, source: z.string().nullish() });

/**
 * A CDEvent of any version: 0.3 and 0.4 say `context.version` and `subject.type`, 0.5 says
 * `context.specversion`; nothing depends on either (https://github.com/cdevents/spec, spec.md).
 */
export const cdEvent = z.object({
  context: z.object({
    /** Unique with the source; the same when it is sent again. */
    id: text,
    source: text,
    type: text,
    /** RFC 3339; Harness writes unix milliseconds as text. */
    timestamp: text.transform((time) => (/^\d{13}$/.test(time) ? Number(time) : time)),
  }),
  subject: z.object({
    id: text,
    content: z.unknown().default({}),
  }),
  customData,
});

/** A CDEvent of which the subject's content has been read too. */
export interface CdEvent<Content> {
  readonly context: z.output<typeof cdEvent>['context'];
  readonly subject: { readonly id: string; readonly content: Content };
  readonly customData: z.output<typeof customData>;
  /** What happened to the subject: `deployed`. */
  readonly predicate: string;
}

export type CdEventReader = (event: CdEvent<unknown>, mapping: Mapping) => Normalised;

/** Reads the events about one kind of subject by the part of their content that is used. */
export function readingContent<Schema extends z.ZodType>(
  schema: Schema,
  normalise: (event: CdEvent<z.output<Schema>>, mapping: Mapping) => Normalised,
): CdEventReader {
  return (event, mapping) => {
    const parsed = schema.safeParse(event.subject.content ?? {});
    if (parsed.success) {
      const subject = { ...event.subject, content: parsed.data };
      return normalise({ ...event, subject }, mapping);
    }
    const [issue] = parsed.error.issues;
    const path = ['subject', 'content', ...(issue?.path ?? [])].map(String).join('.');
    return refused(`${path}: ${issue?.message ?? 'is not valid'}`);
  };
}

/** `dev.cdevents.service.deployed.0.3.0`; the version of the type only informs. */
const TYPE = /^dev\.cdevents\.(?<subject>[a-z]+)\.(?<predicate>[a-z]+)(?:\.\d.*)?$/;

/** What happened to what; `undefined` for a type of no such form. */
export function kindOfCdEvent(
  type: string,
): { readonly subject: string; readonly predicate: string } | undefined {
  const { subject, predicate } = TYPE.exec(type)?.groups ?? {};
  return subject === undefined || predicate === undefined ? undefined : { subject, predicate };
}
