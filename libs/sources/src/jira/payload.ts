import { z } from 'zod';

const named = z.object({ name: z.string().nullish() }).nullish();

/** https://developer.atlassian.com/cloud/jira/platform/webhooks/#example-callback-for-an-issue-related-event */
export const payload = z.object({
  /** Unix milliseconds: when it happened. */
  timestamp: z.number(),
  issue: z.object({
    key: z.string(),
    /** Its address in the API. */
    self: z.string().nullish(),
    fields: z.object({
      summary: z.string().nullish(),
      created: z.string(),
      resolutiondate: z.string().nullish(),
      /** Of Jira Cloud only. */
      statuscategorychangedate: z.string().nullish(),
      status: z
        .object({ statusCategory: z.object({ key: z.string().nullish() }).nullish() })
        .nullish(),
      issuetype: named,
      priority: named,
      project: z.object({ key: z.string().nullish(), name: z.string().nullish() }).nullish(),
      components: z.array(named).nullish(),
      labels: z.array(z.string()).nullish(),
    }),
  }),
  /** What an update changed: by the English name of the field, with what it was in words. */
  changelog: z
    .object({
      items: z
        .array(
          z.object({
            field: z.string().nullish(),
            fromString: z.string().nullish(),
            /** Every object has something of this name: where it is not sent, that. */
            toString: z.unknown(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});

export type Payload = z.output<typeof payload>;
export type Issue = Payload['issue'];

/** What the field was before the update, `undefined` if the update did not change it. */
export function formerly({ changelog }: Payload, field: string): string | undefined {
  const item = changelog?.items?.find((one) => one.field?.toLowerCase() === field);
  return item && (item.fromString ?? '');
}

/** Jira writes offsets without the colon that RFC 3339 wants: `2026-03-01T12:00:00.000+0000`. */
export function timeOf(text: string | null | undefined): string | undefined {
  return text?.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
}
