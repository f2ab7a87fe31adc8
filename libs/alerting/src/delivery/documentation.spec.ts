import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { alertmanagerAlerts } from './alertmanager/alertmanager-alerts.js';
import { mailOf } from './email/mail.js';
import { documented } from './notification.fixture.js';
import { pagerdutyEvent } from './pagerduty/pagerduty-event.js';
import { slackMessage } from './slack/slack-message.js';
import { teamsMessage } from './teams/teams-message.js';
import { webhookPayload } from './webhook/webhook-payload.js';
import { noticeOf } from './words/notice.js';

const page = readFileSync(new URL('../../../../docs/alert-delivery.md', import.meta.url), 'utf8');

/** The last block of code of a language in a chapter. */
function example(chapter: string, language: string): string {
  const text = page.split(`\n## ${chapter}\n`)[1]?.split('\n## ')[0] ?? '';
  const blocks = [...text.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))];
  return blocks.at(-1)?.[1] ?? '';
}

const asSent = (body: unknown): unknown => JSON.parse(JSON.stringify(body));

const notice = noticeOf(documented);

it.each([
  ['Webhook', webhookPayload(documented)],
  ['Slack', slackMessage(notice)],
  ['Microsoft Teams', teamsMessage(notice)],
  ['PagerDuty', pagerdutyEvent(documented, 'e93facc04764012d7bfb002500d5d1a6')],
  ['Alertmanager', alertmanagerAlerts(documented, documented.alert.openedAt)],
])('shows what is sent: %s', (chapter, body) => {
  expect(JSON.parse(example(chapter, 'json'))).toEqual(asSent(body));
});

it('shows what is sent: E-mail', () => {
  const { subject, text } = mailOf(documented, { from: 'throughline@example.com', to: [] });
  expect(example('E-mail', 'text')).toBe(`Subject: ${subject}\n\n${text}`);
});
