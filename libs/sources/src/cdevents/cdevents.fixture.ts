import { PROVEN_BY_BEARER, type Provider } from '../provider.fixture.js';
import { cdevents } from './cdevents.js';
import {
  cdEventOf,
  CHANGE_CREATED,
  CHANGE_MERGED,
  DEPLOYED,
  INCIDENT_DETECTED,
  older,
  BUILT,
  PACKAGED,
  PUBLISHED,
  ROLLED_BACK,
  RUN_FINISHED,
  RUN_STARTED,
  TASK_FINISHED,
  TICKET_CREATED,
} from './examples.fixture.js';

const envelope = (data: object) => ({
  specversion: '1.0',
  id: 'event-of-checkout',
  source: '/ci/acme',
  type: 'dev.cdevents.service.deployed.0.3.0',
  datacontenttype: 'application/json',
  data,
});

export const PROVIDER: Provider = {
  source: cdevents,
  ...PROVEN_BY_BEARER,
  examples: [
    ...[
      DEPLOYED,
      ROLLED_BACK,
      older(DEPLOYED, '0.4.1', 'service'),
      older(DEPLOYED, '0.3.0', 'service'),
      RUN_STARTED,
      RUN_FINISHED,
      TASK_FINISHED,
      INCIDENT_DETECTED,
      TICKET_CREATED,
      CHANGE_CREATED,
      CHANGE_MERGED,
      PACKAGED,
      PUBLISHED,
      BUILT,
      cdEventOf('environment.created.0.3.0', 'production', { name: 'production' }),
      envelope(DEPLOYED),
      [envelope(DEPLOYED), envelope(INCIDENT_DETECTED)],
    ].map((payload) => ({ payload, headers: {} })),
    {
      payload: DEPLOYED,
      headers: {
        'ce-specversion': '1.0',
        'ce-id': 'event-of-checkout',
        'ce-source': '/ci/acme',
        'ce-type': 'dev.cdevents.service.deployed.0.3.0',
      },
    },
  ],
};
