import { describe, expect, it } from '@jest/globals';
import { NO_MAPPING } from '../mapping/mapping.js';
import type { DeliveryHeaders } from '../source.js';
import { gitea } from './gitea.js';
import { PUSH } from './payloads.fixture.js';

/**
 * GitHub's published example, of the same HMAC:
 * https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
 */
const SECRET = "It's a Secret to Everybody";
const BODY = Buffer.from('Hello, World!');
const HEX = '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
const WRONG = HEX.replace('7', '8');

const verify = (headers: DeliveryHeaders, secrets = [SECRET], body = BODY) =>
  gitea.verify({ body, headers, receivedAt: 0 }, secrets).authentic;

describe('the signature of Gitea and Forgejo', () => {
  it.each([
    ['of Gitea', { 'x-gitea-signature': HEX }],
    ['of Forgejo', { 'x-forgejo-signature': HEX }],
    ['of Gogs', { 'x-gogs-signature': HEX }],
    ['in the form of GitHub', { 'x-hub-signature-256': `sha256=${HEX}` }],
    ['in all forms', { 'x-forgejo-signature': HEX, 'x-hub-signature-256': `sha256=${HEX}` }],
  ])('%s is the published one', (_, headers) => {
    expect(verify(headers)).toBe(true);
    expect(verify(headers, ['the new one', SECRET])).toBe(true);
    expect(verify(headers, [SECRET, 'the old one'])).toBe(true);
    expect(verify(headers, ['another'])).toBe(false);
    expect(verify(headers, [SECRET], Buffer.from('Hello, World?'))).toBe(false);
  });

  it.each([
    ['missing', {}],
    ['empty, as of a webhook without a secret', { 'x-gitea-signature': '' }],
    ['only of SHA-1', { 'x-hub-signature': `sha1=${HEX.slice(0, 40)}` }],
    ['too short', { 'x-gitea-signature': HEX.slice(0, -2) }],
    ['sent twice', { 'x-gitea-signature': [HEX, HEX] }],
    ['in the form of another header', { 'x-gitea-signature': `sha256=${HEX}` }],
    ['right beside a wrong one', { 'x-gitea-signature': HEX, 'x-gogs-signature': WRONG }],
    ['wrong before a right one', { 'x-forgejo-signature': WRONG, 'x-gitea-signature': HEX }],
    ['right beside an empty one', { 'x-gitea-signature': HEX, 'x-forgejo-signature': '' }],
  ])('is refused when it is %s', (_, headers) => {
    expect(verify(headers)).toBe(false);
  });
});

describe('a delivery of Gitea and Forgejo', () => {
  it('is known by its id, of either', () => {
    expect(gitea.dedupeKey({}, { 'x-gitea-delivery': '72d3' })).toBe('72d3');
    expect(gitea.dedupeKey({}, { 'x-forgejo-delivery': '3d27' })).toBe('3d27');
    expect(gitea.dedupeKey({}, {})).toBeUndefined();
  });

  it('names its event in a header of either', () => {
    for (const name of ['x-gitea-event', 'x-forgejo-event']) {
      expect(gitea.normalise(PUSH, { [name]: 'push' }, NO_MAPPING).kind).toBe('events');
    }
    expect(gitea.normalise(PUSH, {}, NO_MAPPING).kind).toBe('refused');
  });

  it('of an event we do not read is ignored, whatever its name', () => {
    for (const name of ['create', 'status', 'workflow_job_success', '__proto__']) {
      expect(gitea.normalise({}, { 'x-gitea-event': name }, NO_MAPPING).kind).toBe('ignored');
    }
  });

  it('that is not as documented is refused, with the place', () => {
    expect(gitea.normalise({ ...PUSH, ref: 1 }, { 'x-gitea-event': 'push' }, NO_MAPPING)).toEqual({
      kind: 'refused',
      reason: expect.stringMatching(/^ref: /),
    });
  });
});
