import type { TakingOn } from '../../api/alert-actions.js';
import { quoted } from '../../words/shell.js';

/** Whoever has a token puts it here. */
const AUTHORIZED = `  -H "authorization: Bearer $TOKEN"`;

/** @param origin where the alerter answers, `https://throughline.example` */
export function acknowledgeCommand(origin: string, id: string, said: TakingOn): string {
  return [
    `curl -X POST ${quoted(`${origin}/v1/alerts/${encodeURIComponent(id)}/acknowledge`)} \\`,
    `${AUTHORIZED} -H 'content-type: application/json' \\`,
    `  -d ${quoted(JSON.stringify(said))}`,
  ].join('\n');
}

/** @param origin where the alerter answers, `https://throughline.example` */
export function sendAgainCommand(origin: string, id: string, delivery: string): string {
  const path = ['v1', 'alerts', id, 'deliveries', delivery, 'send-again'];
  return [
    `curl -X POST ${quoted(`${origin}/${path.map(encodeURIComponent).join('/')}`)} \\`,
    AUTHORIZED,
  ].join('\n');
}
