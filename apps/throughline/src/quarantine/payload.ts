import { isUtf8 } from 'node:buffer';
import type { QuarantineDetail } from '../answers/quarantine-entry.js';

type Payload = Pick<QuarantineDetail, 'payload' | 'encoding'>;

/** What was sent as text, JSON a field a line; `undefined` for what is no text. */
export function readablePayload({ payload, encoding }: Payload): string | undefined {
  if (encoding === 'utf8') return indented(payload);
  const bytes = Buffer.from(payload, 'base64');
  return isUtf8(bytes) ? indented(bytes.toString('utf8')) : undefined;
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
