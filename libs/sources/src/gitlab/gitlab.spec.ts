import { describe, expect, it } from '@jest/globals';
import { NO_MAPPING } from '../mapping/mapping.js';
import { provenByStandardWebhook } from '../provider.fixture.js';
import { gitlab } from './gitlab.js';
import { OF_NO_INTEREST, PUSH, TAG_PUSH } from './payloads.fixture.js';

const NOW = Date.UTC(2026, 2, 1);
const BODY = JSON.stringify(PUSH);
const { prove, secret: SIGNING_TOKEN = '' } = provenByStandardWebhook();
const TOKEN = 'a secret token';

const believes = (headers: object, secrets: readonly string[]) =>
  gitlab.verify({ body: Buffer.from(BODY), headers: { ...headers }, receivedAt: NOW }, secrets)
    .authentic;

describe('a webhook of GitLab', () => {
  const signed = prove(BODY, SIGNING_TOKEN, NOW);

  it('is proven by its secret token', () => {
    expect(believes({ 'x-gitlab-token': TOKEN }, ['old', TOKEN])).toBe(true);
    expect(believes({ 'x-gitlab-token': 'another' }, [TOKEN])).toBe(false);
    expect(believes({}, [TOKEN])).toBe(false);
  });

  it('is proven by its signature', () => {
    expect(believes(signed, [TOKEN, SIGNING_TOKEN])).toBe(true);
    expect(believes(prove('another body', SIGNING_TOKEN, NOW), [SIGNING_TOKEN])).toBe(false);
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])(
    'with a false %s is not believed for its secret token',
    (name) => {
      const token = { 'x-gitlab-token': TOKEN };
      expect(believes({ ...token, ...signed }, [TOKEN, SIGNING_TOKEN])).toBe(true);
      expect(believes({ ...token, [name]: 'v1,x' }, [TOKEN, SIGNING_TOKEN])).toBe(false);
      expect(believes({ ...token, ...signed, [name]: '7' }, [TOKEN, SIGNING_TOKEN])).toBe(false);
      expect(believes({ ...token, ...signed }, [TOKEN])).toBe(false);
    },
  );

  it('is not signed with a secret token, which may be no key at all', () => {
    // Decoded from base64 it is empty, and anybody can sign with an empty key.
    const token = '密码密码密码';
    expect(believes(prove(BODY, token, NOW), [token])).toBe(false);
    expect(believes(prove(BODY, '', NOW), [token])).toBe(false);
  });

  it('does not show a signing token instead of signing with it', () => {
    expect(believes({ 'x-gitlab-token': SIGNING_TOKEN }, [SIGNING_TOKEN])).toBe(false);
  });

  it('is the same one when it is tried again', () => {
    expect(gitlab.dedupeKey(PUSH, { 'idempotency-key': 'f5e5f430' })).toBe('f5e5f430');
    expect(gitlab.dedupeKey(PUSH, signed)).toBe('msg_1');
    expect(gitlab.dedupeKey(PUSH, { 'x-gitlab-event-uuid': '13792a34' })).toBeUndefined();
  });

  it.each([...OF_NO_INTEREST, TAG_PUSH, { object_kind: '__proto__' }])(
    'of no interest is ignored',
    (payload) => {
      expect(gitlab.normalise(payload, {}, NO_MAPPING)).toMatchObject({ kind: 'ignored' });
    },
  );

  it.each([[{}], [[]], [null], ['text'], [{ object_kind: 7 }]])(
    'that does not say what it is is refused: %j',
    (payload) => {
      expect(gitlab.normalise(payload, {}, NO_MAPPING)).toEqual({
        kind: 'refused',
        reason: 'object_kind: is missing',
      });
    },
  );
});
