/** Lines of a draft that are for whoever edits it; no line of indented JSON begins so. */
const COMMENT = /^#.*\n?/gm;

/** What an editor is opened with: what is wrong as comments, then what was sent. */
export function writeDraft(text: string, wrong: readonly string[]): string {
  const comments = [
    'Mend this and save it: it is sent in place of what is in quarantine.',
    'Lines that begin with # are left out. Leave it unchanged, or empty, to do nothing.',
    '',
    ...wrong.flatMap((fault) => fault.split('\n')),
  ];
  return `${comments.map((comment) => `# ${comment}`.trimEnd()).join('\n')}\n${text}\n`;
}

/** What of a draft is to be sent. */
export function readDraft(draft: string): string {
  return draft.replace(COMMENT, '').trim();
}
