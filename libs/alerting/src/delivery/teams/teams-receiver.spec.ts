import { expect, it } from '@jest/globals';
import { endless, hostile, opened, resolved } from '../notification.fixture.js';
import { startLocalServer } from '../outside/local-server.fixture.js';
import { OUTSIDE } from '../outside/outside.js';
import { noticeOf } from '../words/notice.js';
import { TEAMS_LIMIT_BYTES, teamsMessage } from './teams-message.js';
import { teamsReceiver } from './teams-receiver.js';

const cardOf = (notification: typeof opened) => {
  const message = teamsMessage(noticeOf(notification));
  const [attachment] = message.attachments;
  if (attachment === undefined) throw new Error('a message without a card');
  return { message, card: attachment.content };
};

it('writes an Adaptive Card', () => {
  const { message, card } = cardOf(opened);
  expect(message).toMatchObject({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null }],
  });
  expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.4' });
  const lines = card.body.map(({ inlines }) => inlines.map(({ text }) => text).join(''));
  expect(lines).toEqual([
    'Page: api in production: 6 of the last 10 deployments failed',
    'Usually 12 % of its deployments fail.',
    'Six of ten is five times that.',
    '○○●○●●●○●●  6 of 10 deployments failed (●), oldest first',
    'Service: api',
    'Environment: production',
    'Team: payments',
    'Owner: group:platform',
    'Since: 2026-11-20 13:00 UTC',
    'Rule: change-failures',
    'Severity: page',
    'usual change fail rate: 12 % (8 % to 17 %)',
    'score: 41',
  ]);
  expect(card.actions).toContainEqual({
    type: 'Action.OpenUrl',
    title: 'The runbook',
    url: 'https://runbooks.example/api',
  });
});

it('has no text in which Teams reads Markdown', () => {
  const { card } = cardOf(hostile);
  const kinds = new Set(
    card.body.flatMap(({ type, inlines }) => [type, ...inlines.map((run) => run.type)]),
  );
  expect([...kinds].sort()).toEqual(['RichTextBlock', 'TextRun']);
});

it('fits, whatever there is to say, and says that it was cut', () => {
  const { message, card } = cardOf(endless);
  const written = JSON.stringify(message);
  expect(Buffer.byteLength(written)).toBeLessThanOrEqual(TEAMS_LIMIT_BYTES);
  expect(card.body[0]?.inlines[0]?.text).toMatch(/^Page: 界+… \(cut\)$/);
  expect(card.actions.length).toBeGreaterThan(0);
});

it('fits with the longest links that there are', () => {
  const longest = `https://runbooks.example/${'x'.repeat(2048 - 25)}`;
  const { acknowledged, resolvedAt, resolution } = resolved.alert;
  const subject = { service: '界'.repeat(200) };
  const most = {
    ...endless.alert,
    subject,
    acknowledged,
    resolvedAt,
    resolution,
    runbookUrl: longest,
  };
  const { message, card } = cardOf({ ...endless, alert: most, url: longest });
  expect(card.actions.length).toBe(3);
  expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThanOrEqual(TEAMS_LIMIT_BYTES);
});

it('takes a workflow that has begun for delivered', async () => {
  let status = 202;
  const server = await startLocalServer((response) => response.writeHead(status).end());
  const receiver = teamsReceiver(
    { kind: 'teams', url: server.url, allowPrivate: true, severities: ['page', 'notify'] },
    OUTSIDE,
  );
  const taken = await receiver.send(opened, Date.now());
  status = 413;
  const refused = await receiver.send(opened, Date.now());
  await server.close();
  expect(taken).toEqual({ outcome: 'delivered' });
  expect(refused).toMatchObject({ outcome: 'failed', again: false });
  expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual(cardOf(opened).message);
});
