import type { SourceItem } from '@throughline/api-client';

const STATES: Readonly<Record<SourceItem['accepts'], string>> = {
  signed: 'Its secret is configured: signed deliveries are taken.',
  unsigned: 'It is configured to take unsigned deliveries: whoever reaches it can send any.',
  secret_missing: 'It takes nothing yet: its secret is not configured.',
};

/** Whether webhooks of a source are taken; empty where that is not known here. */
export function webhookState(accepts: SourceItem['accepts'] | undefined): string {
  return accepts === undefined ? '' : STATES[accepts];
}
