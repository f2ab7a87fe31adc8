import { describe, expect, it } from '@jest/globals';
import { EXAMPLES, exampleOf } from './examples.fixture.js';
import { NO_MAPPING } from '../mapping/mapping.js';
import { github } from './github.js';

/** https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries */
const SECRET = "It's a Secret to Everybody";
const BODY = Buffer.from('Hello, World!');
const SIGNATURE = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';

const verify = (signature: string | string[] | undefined, secrets = [SECRET], body = BODY) =>
  github.verify({ body, headers: { 'x-hub-signature-256': signature }, receivedAt: 0 }, secrets)
    .authentic;

describe('the signature of GitHub', () => {
  it('is the one GitHub publishes as an example', () => {
    expect(verify(SIGNATURE)).toBe(true);
  });

  it('may be of either of two secrets', () => {
    expect(verify(SIGNATURE, ['the new one', SECRET])).toBe(true);
    expect(verify(SIGNATURE, [SECRET, 'the old one'])).toBe(true);
    expect(verify(SIGNATURE, ['the new one', 'the old one'])).toBe(false);
    expect(verify(SIGNATURE, [])).toBe(false);
  });

  it('is over every byte of the body', () => {
    expect(verify(SIGNATURE, [SECRET], Buffer.from('Hello, World?'))).toBe(false);
    expect(verify(SIGNATURE, [SECRET], Buffer.from('Hello, World! '))).toBe(false);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['of another scheme', SIGNATURE.replace('sha256', 'sha1')],
    ['too short', SIGNATURE.slice(0, -2)],
    ['too long', `${SIGNATURE}00`],
    ['not hexadecimal', `sha256=${'zz'.repeat(32)}`],
    ['without its scheme', SIGNATURE.slice('sha256='.length)],
    ['sent twice', [SIGNATURE, SIGNATURE]],
  ])('refuses one that is %s', (_, signature) => {
    expect(verify(signature)).toBe(false);
  });
});

describe('a delivery of GitHub', () => {
  it('is known by its id, which a redelivery keeps', () => {
    expect(github.dedupeKey({}, { 'x-github-delivery': '72d3162e' })).toBe('72d3162e');
    expect(github.dedupeKey({}, {})).toBeUndefined();
  });

  it('that only says hello is ignored', () => {
    const { payload, headers } = exampleOf('ping', 0);
    expect(github.normalise(payload, headers, NO_MAPPING)).toMatchObject({ kind: 'ignored' });
  });

  it('is refused without the name of its event', () => {
    expect(github.normalise({}, {}, NO_MAPPING)).toMatchObject({ kind: 'refused' });
  });

  it('of an event we do not read is ignored, whatever its name', () => {
    for (const name of ['star', 'merge_group', 'constructor', '__proto__']) {
      expect(github.normalise({}, { 'x-github-event': name }, NO_MAPPING)).toMatchObject({
        kind: 'ignored',
      });
    }
  });

  it('carries facts in the events that tell of deliveries and in no other', () => {
    const telling = EXAMPLES.filter(
      ({ payload, headers }) => github.normalise(payload, headers, NO_MAPPING).kind === 'events',
    );
    // No published release names a commit, no published issue is an incident, no rule speaks of runs.
    expect(new Set(telling.map(({ event }) => event))).toEqual(
      new Set([
        ...['push', 'pull_request', 'pull_request_review'],
        ...['deployment', 'deployment_status', 'package'],
      ]),
    );
    const refusals = EXAMPLES.flatMap(({ event, payload, headers }) => {
      const result = github.normalise(payload, headers, NO_MAPPING);
      return result.kind === 'refused' ? [`${event}: ${result.reason}`] : [];
    });
    expect(refusals).toEqual([]);
  });
});
