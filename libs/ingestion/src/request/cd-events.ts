import { isCdEvent, type Mapping, readCdEvent } from '@throughline/sources';
import type { Entry } from './entry.js';

/** What was sent, in our own words. */
export interface Translated {
  readonly entries: readonly Entry[];
  /** How many CDEvents say nothing that is measured. */
  readonly ignored: number;
}

/** Puts into our own words what was sent as CDEvents, wherever it stands among other events. */
export function translateCdEvents(sent: readonly Entry[], mapping: Mapping): Translated {
  if (!sent.some(isUntranslated)) return { entries: sent, ignored: 0 };
  const entries: Entry[] = [];
  let ignored = 0;
  for (const [index, entry] of sent.entries()) {
    if (!isUntranslated(entry)) {
      entries.push({ ...entry, index });
      continue;
    }
    const said = readCdEvent(entry.value, mapping);
    if (said.kind === 'ignored') {
      ignored += 1;
    } else if (said.kind === 'refused') {
      const message = `is not as CDEvents are: ${said.reason}`;
      const path = entry.within ?? '';
      entries.push({ ...entry, index, faults: [{ path, code: 'not_a_cd_event', message }] });
    } else {
      const { within: _, ...place } = entry;
      for (const value of said.events) entries.push({ ...place, index, value, translated: true });
    }
  }
  return { entries, ignored };
}

function isUntranslated({ value, faults }: Entry): boolean {
  return faults === undefined && isCdEvent(value);
}
