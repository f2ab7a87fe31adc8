import type { Fact, Notice } from '../words/notice.js';
import { shorten } from '../words/shorten.js';

/**
 * Teams refuses messages above 28 KB, counted in a way that is not published; people have measured
 * refusals from 21 kB of JSON on.
 */
export const TEAMS_LIMIT_BYTES = 20_000;

/** A notice has a bounded number of texts and of links: with texts as short as this it fits. */
const ALWAYS_FITS = 20;

interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Large';
}

interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
}

/**
 * A notice as an Adaptive Card, in the message that a workflow `When a Teams webhook request is
 * received` takes. The texts are text runs, in which Teams reads no Markdown, as it does in text blocks
 * and facts: what stands in a title is neither a link nor a format.
 */
export function teamsMessage(notice: Notice) {
  const fits = (limit: number) =>
    Buffer.byteLength(JSON.stringify(cardWithin(notice, limit))) <= TEAMS_LIMIT_BYTES;
  return cardWithin(notice, [Infinity, 200, 80].find(fits) ?? ALWAYS_FITS);
}

/** @param limit of each text, in UTF-16 units */
function cardWithin(notice: Notice, limit: number) {
  const { headline, course, explanation, facts, numbers, strip, parts, links } = notice;
  const cut = (text: string): string => shorten(text, limit);
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          fallbackText: cut(headline),
          msteams: { width: 'Full' },
          body: [
            block([{ type: 'TextRun', text: cut(headline), weight: 'Bolder', size: 'Large' }]),
            ...[...course, ...explanation].map((sentence) => line(cut(sentence))),
            ...parts.map((part) => line(`• ${cut(part)}`)),
            ...(strip === undefined ? [] : [line(strip)]),
            ...[...facts, ...numbers].map((fact) => labelled(fact, cut)),
          ],
          actions: links.map(({ text, url }) => ({ type: 'Action.OpenUrl', title: text, url })),
        },
      },
    ],
  };
}

function block(inlines: readonly TextRun[]): RichTextBlock {
  return { type: 'RichTextBlock', inlines };
}

function line(text: string): RichTextBlock {
  return block([{ type: 'TextRun', text }]);
}

function labelled({ label, value }: Fact, cut: (text: string) => string): RichTextBlock {
  return block([
    { type: 'TextRun', text: `${cut(label)}: `, weight: 'Bolder' },
    { type: 'TextRun', text: cut(value) },
  ]);
}
