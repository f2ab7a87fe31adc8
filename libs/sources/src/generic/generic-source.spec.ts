import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import jsonata from 'jsonata';
import { genericSource, type GenericSignature } from './generic-source.js';

const RELEASED = { app: 'shop', commit: 'a'.repeat(40), at: '2026-03-01T12:00:00Z', parts: [1, 2] };

const said = (events: string, payload: unknown = RELEASED, headers = {}) =>
  genericSource('our-deployer', { events }).normalise(payload, headers);

describe('an expression', () => {
  it('makes an event of a payload, whose source is the source', async () => {
    const expression = `{ "type": "deployment", "service": app, "source": "github", "sha": commit,
      "environment": $headers."x-environment", "status": "succeeded", "finishedAt": at }`;
    expect(await said(expression, RELEASED, { 'x-environment': 'eu' })).toEqual({
      kind: 'events',
      events: [
        {
          type: 'deployment',
          source: 'our-deployer',
          service: 'shop',
          environment: 'eu',
          sha: RELEASED.commit,
          status: 'succeeded',
          finishedAt: RELEASED.at,
        },
      ],
    });
  });

  it('may make several, or none', async () => {
    const several = `parts.{ "type": "incident", "id": $string($) }`;
    expect(await said(several)).toMatchObject({ events: [{ id: '1' }, { id: '2' }] });
    expect(await said(`app = "other" ? { "type": "incident" }`)).toMatchObject({ kind: 'ignored' });
  });

  it.each([`"text"`, `1`, `[{}, 2]`])('that makes %s of it makes no events', async (expression) => {
    expect(await said(expression)).toEqual({
      kind: 'unread',
      reason: expect.stringContaining('something else than events'),
    });
  });

  it.each([
    ['runs for ever', `($f := function($n) { $f($n + 1) }; $f(0))`],
    ['nests for ever', `($f := function($n) { 1 + $f($n + 1) }; $f(0))`],
    ['grows for ever', `[1..9000000]`],
    ['fails', `$number("x")`],
  ])('that %s is stopped', async (_what, expression) => {
    expect(await said(expression)).toMatchObject({
      kind: 'unread',
      reason: expect.stringMatching(/^the expression of sources\.our-deployer\.events failed: ./),
    });
  });
});

describe('a regular expression', () => {
  // JavaScript's own would be at it for so long that the runner gives the test up.
  it('does not try every way to match', async () => {
    const payload = { text: `${'a'.repeat(32)}!` };
    const expression = `$match(text, /(a+)+$/) ? { "type": "incident" }`;
    expect(await said(expression, payload)).toMatchObject({ kind: 'ignored' });
  });

  const TEXT = 'Deploy v1.20.3 of shop/web, and v2.0.0 of Shop/jobs\nv3.1.4\tété v4';

  it.each([
    String.raw`$match(text, /v(\d+)\.(\d+)(-rc)?/)`,
    String.raw`$match(text, /^v(\d+)/m)`,
    String.raw`$match(text, /^v(\d+)/)`,
    String.raw`$match(text, /shop\/(?<part>\w+)/i, 1)`,
    String.raw`$replace(text, /v(\d+)\.(\d+)/, "$2.$1")`,
    String.raw`$split(text, /[\s,]+/)`,
    String.raw`$contains(text, /\bjobs$/)`,
    String.raw`$match(text, /[^\x00-\x7f]t?/)`,
  ])('means in %s what it means in JavaScript', async (expression) => {
    const title = `$string([${expression}])`;
    const result = await said(`{ "type": "incident", "title": ${title} }`, { text: TEXT });
    const inJavaScript: unknown = await jsonata(title).evaluate({ text: TEXT });
    expect(result).toMatchObject({ events: [{ title: inJavaScript }] });
  });

  it('that needs more time than that fails', async () => {
    expect(await said(String.raw`$match(app, /(o)\1/)`)).toMatchObject({
      kind: 'unread',
      reason: expect.stringContaining('failed: '),
    });
  });
});

describe('a signature', () => {
  const body = Buffer.from('{}');

  it.each<[GenericSignature['algorithm'], GenericSignature['encoding'], string]>([
    ['sha256', 'hex', 'sha256='],
    ['sha512', 'base64', ''],
    ['sha1', 'hex', 'v1,'],
  ])('of %s in %s after "%s" is believed', (algorithm, encoding, prefix) => {
    const signature = { header: 'x-proof', algorithm, encoding, prefix };
    const source = genericSource('ours', { events: '{}', signature });
    const sign = (secret: string) =>
      prefix + createHmac(algorithm, secret).update(body).digest(encoding);
    const believed = (value: string | undefined) =>
      source.verify({ body, headers: { 'x-proof': value }, receivedAt: 0 }, ['old', 'secret'])
        .authentic;
    expect(believed(sign('secret'))).toBe(true);
    expect(believed(sign('another'))).toBe(false);
    expect(believed(`x${sign('secret')}`)).toBe(false);
    expect(believed(undefined)).toBe(false);
  });

  it('is not needed where the secret is shown', () => {
    const source = genericSource('ours', { events: '{}' });
    const headers = { authorization: 'Bearer secret' };
    expect(source.verify({ body, headers, receivedAt: 0 }, ['secret'])).toEqual({
      authentic: true,
    });
    expect(source.verify({ body, headers, receivedAt: 0 }, ['other']).authentic).toBe(false);
  });
});
