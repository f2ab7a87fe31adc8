import { z } from 'zod';
import { plainName, toggle, webAddress } from '../../values.js';
import { defineSection } from '../section.js';

const SEVERITIES = ['notify', 'page'] as const;

const common = {
  /** What it is told of; a pager wants pages only. */
  severities: z
    .array(z.enum(SEVERITIES))
    .min(1)
    .readonly()
    .default([...SEVERITIES]),
  /** Whether it may be on a private address. */
  allowPrivate: toggle.default(false),
};

const PREFIX = 'whsec_';

/** Whoever can guess it can say what they like in our name. */
const secret = z
  .string()
  .refine(
    (text) => text.startsWith(PREFIX) || text.length >= 16,
    'is too short to be one: give 16 characters or more, best what `echo "whsec_$(openssl rand -base64 32)"` prints',
  )
  .refine(
    (text) => !text.startsWith(PREFIX) || isStandardKey(text.slice(PREFIX.length)),
    'begins with whsec_ and is not followed by 24 to 64 bytes in base64',
  );

/** The lengths are those that the Standard Webhooks specification asks for. */
function isStandardKey(text: string): boolean {
  const { length } = Buffer.from(text, 'base64');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && length >= 24 && length <= 64;
}

const webhook = z
  .strictObject({
    webhook: webAddress,
    secret: secret.optional(),
    /** Two while one replaces the other: what is sent is signed with both. */
    secrets: z.array(secret).min(1).max(2, 'takes up to two secrets').readonly().optional(),
    ...common,
  })
  .refine(({ secret: one, secrets: several }) => (one === undefined) !== (several === undefined), {
    path: ['secret'],
    message:
      'is needed, so that the receiver can tell who sends: give `secret`, or two as `secrets`',
  })
  .transform(({ webhook: url, secret: one, secrets = [], ...rest }) => ({
    ...{ kind: 'webhook' as const, url },
    secrets: one === undefined ? secrets : [one],
    ...rest,
  }));

const slack = z
  .strictObject({ slack: webAddress, ...common })
  .transform(({ slack: url, ...rest }) => ({ kind: 'slack' as const, url, ...rest }));

const teams = z
  .strictObject({ teams: webAddress, ...common })
  .transform(({ teams: url, ...rest }) => ({ kind: 'teams' as const, url, ...rest }));

const PAGERDUTY = 'https://events.pagerduty.com';

const pagerduty = z
  .strictObject({
    /** The integration key of a service (Events API v2). */
    pagerduty: z
      .string()
      .regex(
        /^[A-Za-z0-9]{32}$/,
        'is no routing key: paste the 32 characters of the integration key',
      ),
    endpoint: webAddress.default(PAGERDUTY),
    ...common,
  })
  .transform(({ pagerduty: routingKey, ...rest }) => ({
    ...{ kind: 'pagerduty' as const, routingKey },
    ...rest,
  }));

const alertmanager = z
  .strictObject({ alertmanager: webAddress, token: z.string().min(1).optional(), ...common })
  .transform(({ alertmanager: url, ...rest }) => ({ kind: 'alertmanager' as const, url, ...rest }));

const mailbox = z
  .string()
  .max(320)
  .regex(/^[^\s@<>]+@[^\s@<>]+$/, 'is no mail address');

const NO_MAIL_SERVER = 'is no mail server: write smtp://user:password@host:587';

const email = z
  .strictObject({
    email: z.array(mailbox).min(1).max(100).readonly(),
    smtp: z.string(NO_MAIL_SERVER).regex(/^smtps?:\/\/\S+$/i, NO_MAIL_SERVER),
    from: mailbox,
    ...common,
  })
  .transform(({ email: to, ...rest }) => ({ kind: 'email' as const, to, ...rest }));

const KINDS = { webhook, slack, teams, pagerduty, alertmanager, email };

type Kind = keyof typeof KINDS;

/** Where alerts are sent: one of the kinds, told by the key that names it. */
export const receiver = z.unknown().transform((value, context): ReceiverSettings => {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => keys.includes(kind));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const what = kinds.length > 1 ? `is several: ${kinds.join(', ')}` : 'is no receiver';
    context.addIssue({
      code: 'custom',
      message: `${what}: give exactly one of ${Object.keys(KINDS).join(', ')}`,
      input: value,
    });
    return z.NEVER;
  }
  const parsed = KINDS[kind].safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: value } as never);
  return z.NEVER;
});

/** A receiver as it is sent to. */
export type ReceiverSettings = z.output<(typeof KINDS)[Kind]>;

/** Receivers by name, for rules and routes. */
export const receiversSection = defineSection({
  schema: z.record(plainName, receiver).default({}),
  describe: (receivers) =>
    Object.entries(receivers).map(
      ([name, { kind, severities, allowPrivate }]) =>
        `Receiver ${name} is told by ${kind} of alerts that ${severities.join(' or ')}${allowPrivate ? ', also on a private address' : ''}.`,
    ),
});
