import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { DeliveryHeaders } from '../source.js';
import { verifySharedSecret } from './shared-secret.js';
import { verifyStandardWebhook } from './standard-webhooks.js';

const delivery = (headers: DeliveryHeaders, more: object = {}) => ({
  body: Buffer.from('{"test": 2432232314}'),
  headers,
  receivedAt: 1_614_265_330_000,
  ...more,
});

describe('a secret that is shown', () => {
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

  it.each([
    ['as a bearer token', { authorization: 'Bearer s3cret' }, {}, true],
    ['as a bearer token, in other letters', { authorization: 'bearer  s3cret' }, {}, true],
    ['as a password', { authorization: basic('anybody:s3cret') }, {}, true],
    ['as a password without a user', { authorization: basic(':s3cret') }, {}, true],
    ['as a user', { authorization: basic('s3cret') }, {}, false],
    ['in the header of the provider', { 'x-token': 's3cret' }, {}, true],
    ['in another header', { 'x-other': 's3cret' }, {}, false],
    ['in the address', {}, { urlSecret: 's3cret' }, true],
    ['in part', { authorization: 'Bearer s3cre' }, {}, false],
    ['twice, once rightly', { authorization: 'Bearer wrong' }, { urlSecret: 's3cret' }, true],
    ['not at all', {}, {}, false],
  ])('%s', (_how, headers, more, expected) => {
    const verification = verifySharedSecret(delivery(headers, more), ['old', 's3cret'], 'x-token');
    expect(verification.authentic).toBe(expected);
  });
});

describe('a standard webhook', () => {
  // The published example of the specification's libraries: message, time, key and signature.
  const headers = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

  it('of the published vector is believed', () => {
    expect(verifyStandardWebhook(delivery(headers), [SECRET])).toEqual({ authentic: true });
    expect(verifyStandardWebhook(delivery(headers), [SECRET.slice(6)]).authentic).toBe(true);
  });

  it('may carry several signatures, of which one is enough', () => {
    const signatures = `v1a,xyz v1,${'A'.repeat(43)}= ${headers['webhook-signature']}`;
    const several = { ...headers, 'webhook-signature': signatures };
    expect(verifyStandardWebhook(delivery(several), [SECRET]).authentic).toBe(true);
  });

  it('is not believed by a secret that is no key: anybody could sign with an empty one', () => {
    const { ['webhook-signature']: _, ...unsigned } = headers;
    const content = `${unsigned['webhook-id']}.${unsigned['webhook-timestamp']}.{"test": 2432232314}`;
    const signature = createHmac('sha256', '').update(content).digest('base64');
    const signed = { ...unsigned, 'webhook-signature': `v1,${signature}` };
    expect(verifyStandardWebhook(delivery(signed), ['!!!', 'whsec_'])).toMatchObject({
      authentic: false,
      reason: expect.stringContaining('no signing secret'),
    });
  });

  it('is not believed with another id, which is signed too', () => {
    const other = { ...headers, 'webhook-id': 'msg_other' };
    expect(verifyStandardWebhook(delivery(other), [SECRET])).toEqual({
      authentic: false,
      reason: 'webhook-signature does not match the body',
    });
  });
});
