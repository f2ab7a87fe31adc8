import { type Fact, type Link, type Notice } from '../words/notice.js';
import { shorten } from '../words/shorten.js';

/** Slack's limits, in characters (reference of Block Kit). */
const HEADER_LIMIT = 150;
const SECTION_LIMIT = 3000;
const FIELD_LIMIT = 2000;
const FIELDS = 10;

interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
}

interface Markdown {
  readonly type: 'mrkdwn';
  readonly text: string;
}

export type SlackBlock =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'section'; readonly text: PlainText }
  | { readonly type: 'section'; readonly fields: readonly PlainText[] }
  | { readonly type: 'context'; readonly elements: readonly Markdown[] };

export interface SlackMessage {
  /** What notifications show of it. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

/**
 * A notice as a message of Slack. All but the links, whose words are ours, is plain text: what stands
 * in a title is neither a mention nor a format.
 */
export function slackMessage(notice: Notice): SlackMessage {
  const { headline, course, explanation, facts, numbers, strip, parts, links } = notice;
  return {
    text: shorten(headline, SECTION_LIMIT, escapeText),
    blocks: [
      { type: 'header', text: plainText(headline, HEADER_LIMIT) },
      ...section(escapeText(headline).length > HEADER_LIMIT ? [headline] : []),
      ...section(course),
      ...section(explanation),
      ...section(parts.map((part) => `• ${part}`)),
      ...section(strip === undefined ? [] : [strip]),
      ...fields(facts),
      ...fields(numbers),
      ...context(links),
    ],
  };
}

/**
 * `&`, `<` and `>` are what Slack reads as markup in a text; as entities they are what they look like,
 * and `<!channel>` is not heard by anybody.
 */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function plainText(text: string, limit: number): PlainText {
  return { type: 'plain_text', text: shorten(text, limit, escapeText), emoji: false };
}

function section(lines: readonly string[]): readonly SlackBlock[] {
  return lines.length === 0
    ? []
    : [{ type: 'section', text: plainText(lines.join('\n'), SECTION_LIMIT) }];
}

function fields(facts: readonly Fact[]): readonly SlackBlock[] {
  if (facts.length === 0) return [];
  const shown = facts
    .slice(0, FIELDS)
    .map(({ label, value }) => plainText(`${label}: ${value}`, FIELD_LIMIT));
  return [{ type: 'section', fields: shown }];
}

function context(links: readonly Link[]): readonly SlackBlock[] {
  if (links.length === 0) return [];
  const elements = links.map(({ text, url }): Markdown => {
    const target = escapeText(url).replaceAll('|', '%7C');
    return { type: 'mrkdwn', text: `<${target}|${text}>` };
  });
  return [{ type: 'context', elements }];
}
