import type { Notification } from '../notification.js';
import { type Fact, type Notice, noticeOf } from '../words/notice.js';
import { shorten } from '../words/shorten.js';

/** A line of a mail may have 998 characters (RFC 5322, 2.1.1); a subject is read in far fewer. */
const SUBJECT_LIMIT = 200;

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same at every attempt, so that what arrives twice is one mail. */
  readonly messageId: string;
  /** The mail that this one continues. */
  readonly inReplyTo?: string | undefined;
  readonly references?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A notification as a mail. What is said later of an alert continues the mail that opened it, whose id
 * is therefore the alert's own.
 */
export function mailOf(
  notification: Notification,
  { from, to }: { readonly from: string; readonly to: readonly string[] },
): Mail {
  const notice = noticeOf(notification);
  const domain = /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'throughline.invalid';
  const opening = `<alert.${notification.alert.id}@${domain}>`;
  const opens = notification.action === 'opened';
  return {
    from,
    to,
    subject: shorten(`[Throughline] ${notice.headline}`, SUBJECT_LIMIT),
    text: textOf(notice),
    html: htmlOf(notice),
    messageId: opens ? opening : `<${notification.id}@${domain}>`,
    ...(opens ? {} : { inReplyTo: opening, references: opening }),
    // RFC 3834: no out-of-office is to answer.
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

function textOf(notice: Notice): string {
  const { headline, course, explanation, facts, numbers, strip, parts, links } = notice;
  const paragraphs: readonly (readonly string[])[] = [
    [headline],
    course,
    explanation,
    parts.map((part) => `- ${part}`),
    strip === undefined ? [] : [strip],
    facts.map(stated),
    numbers.map(stated),
    links.map(({ text, url }) => `${text}: ${url}`),
  ];
  const said = paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${said.join('\n\n')}\n`;
}

function stated({ label, value }: Fact): string {
  return `${label}: ${value}`;
}

function htmlOf(notice: Notice): string {
  const { headline, course, explanation, facts, numbers, strip, parts, links } = notice;
  return [
    `<h2>${escapeHtml(headline)}</h2>`,
    ...[...course, ...explanation].map((sentence) => `<p>${escapeHtml(sentence)}</p>`),
    list(parts.map(escapeHtml)),
    strip === undefined ? '' : `<p>${escapeHtml(strip)}</p>`,
    table([...facts, ...numbers]),
    list(links.map(({ text, url }) => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`)),
  ].join('');
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function table(facts: readonly Fact[]): string {
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><th align="left">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
