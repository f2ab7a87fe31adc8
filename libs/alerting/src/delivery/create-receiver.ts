import type { ReceiverSettings } from '@throughline/service-kit';
import { alertmanagerReceiver } from './alertmanager/alertmanager-receiver.js';
import { emailReceiver } from './email/email-receiver.js';
import { type Outside, OUTSIDE } from './outside/outside.js';
import { pagerdutyReceiver } from './pagerduty/pagerduty-receiver.js';
import type { Receiver } from './receiver.js';
import { slackReceiver } from './slack/slack-receiver.js';
import { teamsReceiver } from './teams/teams-receiver.js';
import { webhookReceiver } from './webhook/webhook-receiver.js';

/** Makes what sends to a configured receiver. Whom it is told of is for the caller to choose. */
export function createReceiver(settings: ReceiverSettings, outside: Outside = OUTSIDE): Receiver {
  switch (settings.kind) {
    case 'webhook':
      return webhookReceiver(settings, outside);
    case 'slack':
      return slackReceiver(settings, outside);
    case 'teams':
      return teamsReceiver(settings, outside);
    case 'pagerduty':
      return pagerdutyReceiver(settings, outside);
    case 'alertmanager':
      return alertmanagerReceiver(settings, outside);
    case 'email':
      return emailReceiver(settings, outside);
  }
}
