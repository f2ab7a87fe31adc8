import { expect, it } from '@jest/globals';
import { endless, hostile, opened, resolved } from '../notification.fixture.js';
import { startLocalServer } from '../outside/local-server.fixture.js';
import { OUTSIDE } from '../outside/outside.js';
import { noticeOf } from '../words/notice.js';
import { slackMessage } from './slack-message.js';
import { slackReceiver } from './slack-receiver.js';

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });

it('writes a message of blocks', () => {
  expect(slackMessage(noticeOf(resolved))).toEqual({
    text: 'Resolved: api in production: 6 of the last 10 deployments failed',
    blocks: [
      {
        type: 'header',
        text: plain('Resolved: api in production: 6 of the last 10 deployments failed'),
      },
      {
        type: 'section',
        text: plain(
          'Ada took it on at 2026-11-20 14:10 UTC: rolling back\nIt ended at 2026-11-20 16:20 UTC, after 3 h 20 min.\nIt is back to what is usual.',
        ),
      },
      {
        type: 'section',
        text: plain('Usually 12 % of its deployments fail.\nSix of ten is five times that.'),
      },
      {
        type: 'section',
        text: plain('○○●○●●●○●●  6 of 10 deployments failed (●), oldest first'),
      },
      {
        type: 'section',
        fields: [
          plain('Service: api'),
          plain('Environment: production'),
          plain('Team: payments'),
          plain('Owner: group:platform'),
          plain('Since: 2026-11-20 13:00 UTC'),
          plain('Rule: change-failures'),
          plain('Severity: page'),
        ],
      },
      {
        type: 'section',
        fields: [plain('usual change fail rate: 12 % (8 % to 17 %)'), plain('score: 41')],
      },
      {
        type: 'context',
        elements: [
          {
            type: 'mrkdwn',
            text: '<https://throughline.example/dora/alerts/0123456789abcdef0123456789abcdef|The alert>',
          },
          {
            type: 'mrkdwn',
            text: '<https://throughline.example/dora/services/api|The dashboard>',
          },
          { type: 'mrkdwn', text: '<https://runbooks.example/api|The runbook>' },
        ],
      },
    ],
  });
});

it('calls nobody and formats nothing that a name says', () => {
  const written = JSON.stringify(slackMessage(noticeOf(hostile)));
  // All angle brackets that are left are those of our three links.
  expect(written.match(/<[^>]*>/g)).toEqual([
    expect.stringMatching(/^<https:\/\/throughline\.example\/dora\/alerts\/[^<>]*\|The alert>$/),
    expect.stringMatching(
      /^<https:\/\/throughline\.example\/dora\/services\/[^<>|]*\|The dashboard>$/,
    ),
    expect.stringMatching(/^<https:\/\/runbooks\.example\/[^<>|]*\|The runbook>$/),
  ]);
  expect(written).toContain('&lt;!channel&gt; [click](https://evil.example) **&lt;b&gt;&amp;');
});

it('keeps to Slack’s limits', () => {
  const { text, blocks } = slackMessage(noticeOf(endless));
  expect(text.length).toBeLessThanOrEqual(3000);
  expect(blocks.length).toBeLessThanOrEqual(50);
  for (const block of blocks) {
    if (block.type === 'header') {
      expect(block.text.text.length).toBeLessThanOrEqual(150);
      expect(block.text.text).toMatch(/… \(cut\)$/);
    } else if ('text' in block) expect(block.text.text.length).toBeLessThanOrEqual(3000);
    else if ('fields' in block) expect(block.fields.length).toBeLessThanOrEqual(10);
  }
  // What the header had to cut is said below it.
  expect(blocks[1]).toMatchObject({ type: 'section', text: plain(noticeOf(endless).headline) });
});

it('says what Slack says, and how to mend it', async () => {
  const answers: [number, string][] = [
    [200, 'ok'],
    [404, 'no_service'],
    [400, 'invalid_payload'],
    [500, '<html>T0/B0/SECRET</html>'],
  ];
  const server = await startLocalServer((response) => {
    const [status, body] = answers[server.requests.length - 1] ?? [0, ''];
    response.writeHead(status).end(body);
  });
  const receiver = slackReceiver(
    {
      kind: 'slack',
      url: `${server.url}/services/T0/B0/SECRET`,
      allowPrivate: true,
      severities: ['page', 'notify'],
    },
    OUTSIDE,
  );
  const place = `127.0.0.1:${server.port}`;
  const outcomes = [];
  for (const _answer of answers) outcomes.push(await receiver.send(opened, Date.now()));
  await server.close();
  expect(outcomes).toEqual([
    { outcome: 'delivered' },
    {
      outcome: 'failed',
      again: true,
      message: `${place} answered 404 (no_service): the webhook or its channel is no more: make a new incoming webhook in Slack and configure its address`,
    },
    { outcome: 'failed', again: false, message: `${place} answered 400 (invalid_payload)` },
    { outcome: 'failed', again: true, message: `${place} answered 500` },
  ]);
  expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual(slackMessage(noticeOf(opened)));
});
