import { createHash } from 'node:crypto';
import type { ReceiverSettings } from '@throughline/service-kit';

const HEX_DIGITS = 12;

/**
 * What a receiver without a name is known by: its kind, and a hash of its address, which may be a
 * secret. The same address gives the same key, whatever else about it is configured differently.
 */
export function receiverKey(settings: ReceiverSettings): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(addressOf(settings)))
    .digest('hex');
  return `${settings.kind}-${hash.slice(0, HEX_DIGITS)}`;
}

function addressOf(settings: ReceiverSettings): readonly string[] {
  switch (settings.kind) {
    case 'pagerduty':
      return [settings.endpoint, settings.routingKey];
    case 'email': {
      // A new password makes no other receiver of it.
      const server = URL.canParse(settings.smtp) ? new URL(settings.smtp).host : settings.smtp;
      return [server, settings.from, ...settings.to];
    }
    case 'webhook':
    case 'slack':
    case 'teams':
    case 'alertmanager':
      return [settings.url];
  }
}
