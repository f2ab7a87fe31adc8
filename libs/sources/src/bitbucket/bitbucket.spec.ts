import { describe, expect, it } from '@jest/globals';
import { NO_MAPPING } from '../mapping/mapping.js';
import { bitbucket } from './bitbucket.js';

/** The example of https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/. */
const SECRET = "It's a Secret to Everybody";
const BODY = Buffer.from('Hello World!');
const SIGNATURE = 'sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9';

const verify = (signature: string | undefined, secrets = [SECRET], body = BODY) =>
  bitbucket.verify({ body, headers: { 'x-hub-signature': signature }, receivedAt: 0 }, secrets)
    .authentic;

describe('the signature of Bitbucket', () => {
  it('is the one that Atlassian publishes as an example', () => {
    expect(verify(SIGNATURE)).toBe(true);
    expect(verify(SIGNATURE, ['another'])).toBe(false);
    expect(verify(SIGNATURE, [SECRET], Buffer.from('Hello World?'))).toBe(false);
  });

  it.each([
    ['missing', undefined],
    ['of another scheme', SIGNATURE.replace('sha256', 'sha1')],
    ['too short', SIGNATURE.slice(0, -2)],
  ])('is refused when it is %s', (_, signature) => {
    expect(verify(signature)).toBe(false);
  });
});

describe('a delivery of Bitbucket', () => {
  it('is known by the id of its request, of Cloud and of Data Center', () => {
    expect(bitbucket.dedupeKey({}, { 'x-request-uuid': '72d3' })).toBe('72d3');
    expect(bitbucket.dedupeKey({}, { 'x-request-id': '3d27' })).toBe('3d27');
    expect(bitbucket.dedupeKey({}, {})).toBeUndefined();
  });

  it('is refused without its event, and ignored where nothing is measured from that', () => {
    expect(bitbucket.normalise({}, {}, NO_MAPPING)).toMatchObject({ kind: 'refused' });
    for (const event of ['diagnostics:ping', 'repo:fork', '__proto__']) {
      expect(bitbucket.normalise({}, { 'x-event-key': event }, NO_MAPPING)).toMatchObject({
        kind: 'ignored',
      });
    }
  });
});
