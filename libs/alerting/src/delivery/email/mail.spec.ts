import { describe, expect, it } from '@jest/globals';
import { acknowledged, hostile, opened, resolved } from '../notification.fixture.js';
import { mailOf } from './mail.js';
import { readMailServer } from './mail-server.js';

const addresses = { from: 'throughline@example.com', to: ['oncall@example.com'] };

describe('a mail', () => {
  it('is text that can be read aloud', () => {
    expect(mailOf(resolved, addresses).text).toBe(`\
Resolved: api in production: 6 of the last 10 deployments failed

Ada took it on at 2026-11-20 14:10 UTC: rolling back
It ended at 2026-11-20 16:20 UTC, after 3 h 20 min.
It is back to what is usual.

Usually 12 % of its deployments fail.
Six of ten is five times that.

○○●○●●●○●●  6 of 10 deployments failed (●), oldest first

Service: api
Environment: production
Team: payments
Owner: group:platform
Since: 2026-11-20 13:00 UTC
Rule: change-failures
Severity: page

usual change fail rate: 12 % (8 % to 17 %)
score: 41

The alert: https://throughline.example/dora/alerts/0123456789abcdef0123456789abcdef
The dashboard: https://throughline.example/dora/services/api
The runbook: https://runbooks.example/api
`);
  });

  it('continues the one that opened the alert', () => {
    const first = mailOf(opened, addresses);
    expect(first.messageId).toBe('<alert.0123456789abcdef0123456789abcdef@example.com>');
    expect(first.references).toBeUndefined();
    for (const later of [acknowledged, resolved]) {
      expect(mailOf(later, addresses)).toMatchObject({
        messageId: `<${later.id}@example.com>`,
        inReplyTo: first.messageId,
        references: first.messageId,
      });
    }
  });

  it('is not answered by machines', () => {
    expect(mailOf(opened, addresses).headers).toEqual({ 'Auto-Submitted': 'auto-generated' });
  });

  it('has no markup but its own, and no header that a name says', () => {
    const { subject, html } = mailOf(hostile, addresses);
    expect(subject).toBe(
      '[Throughline] Page: <!channel> [click](https://evil.example) **<b>&</b>** Bcc: all@example.com',
    );
    const tags = new Set(html.match(/<\/?[a-z0-9]+/g));
    const ours = ['a', 'h2', 'li', 'p', 'table', 'td', 'th', 'tr', 'ul'];
    expect([...tags].sort()).toEqual([
      ...ours.map((name) => `</${name}`),
      ...ours.map((name) => `<${name}`),
    ]);
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &lt;@U123&gt;');
    expect(html.match(/href="[^"]*"/g)).toHaveLength(3);
    expect(html).not.toContain('<script');
  });

  it('has a subject that can be read', () => {
    const title = 'x'.repeat(400);
    const { subject } = mailOf({ ...opened, alert: { ...opened.alert, title } }, addresses);
    expect(subject).toHaveLength(200);
    expect(subject).toMatch(/x… \(cut\)$/);
  });
});

describe('the address of a mail server', () => {
  it.each([
    ['smtp://mail.example', { hostname: 'mail.example', port: 587, secure: false }],
    ['smtps://mail.example', { hostname: 'mail.example', port: 465, secure: true }],
    ['smtp://mail.example:25', { port: 25, servername: 'mail.example', login: undefined }],
    ['smtp://127.0.0.1:25', { hostname: '127.0.0.1', servername: undefined }],
    ['smtp://[::1]:25', { hostname: '[::1]', servername: undefined }],
    ['smtp://a%40b:p%2Fw@mail.example', { login: { user: 'a@b', pass: 'p/w' } }],
  ])('is read from %s', (address, server) => {
    expect(readMailServer(address)).toMatchObject(server);
  });

  it.each(['https://mail.example', 'mail.example', 'smtp://', 'smtp://u:SECRET%@mail.example'])(
    'is refused without repeating it: %s',
    (address) => {
      expect(() => readMailServer(address)).toThrow(/^refused: (?!.*SECRET)/);
    },
  );
});
