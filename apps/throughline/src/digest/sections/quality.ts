import { numberInWords } from '@throughline/dora';
import type { CheckAnswer } from '../../answers/quality-answer.js';
import type { DigestView } from '../digest-view.js';
import type { Inline, Section } from '../document.js';

/** What bends the numbers above, and what to do about it. */
export function quality({ data, links }: DigestView): Section {
  const { checks } = data.quality;
  const warnings = checks.filter(({ severity }) => severity === 'warning');
  const notices = checks.filter(({ severity }) => severity === 'notice');
  const line = ({ check, title, says, remedy }: CheckAnswer): readonly Inline[] => [
    links.page(title, `/quality/${check}`),
    `: ${says} ${remedy}`,
  ];
  const notice = ({ check, title, count }: CheckAnswer): readonly Inline[] => [
    links.page(title, `/quality/${check}`),
    `: ${numberInWords(count)}`,
  ];
  return {
    heading: 'How far to trust the numbers',
    blocks: [
      {
        kind: 'paragraph',
        content: [
          warnings.length === 0
            ? 'No warning on the data of the last 4 weeks.'
            : 'Warnings on the data of the last 4 weeks; each bends a number:',
        ],
      },
      ...(warnings.length === 0 ? [] : [{ kind: 'list', items: warnings.map(line) } as const]),
      ...(notices.length === 0
        ? []
        : [
            { kind: 'paragraph', content: ['To know:'] } as const,
            { kind: 'list', items: notices.map(notice) } as const,
          ]),
    ],
  };
}
