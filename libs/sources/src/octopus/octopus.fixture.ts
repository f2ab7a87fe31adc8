import { type Provider, PROVEN_BY_BEARER } from '../provider.fixture.js';
import { octopus } from './octopus.js';

/*
 * Written after https://octopus.com/docs/administration/managing-infrastructure/subscriptions and the
 * reference of events in Octopus' REST API, with names of our own.
 */

interface Said {
  readonly Category: string;
  readonly Occurred: string;
  readonly verb: string;
}

export function subscribed({ Category, Occurred, verb }: Said, more: object = {}) {
  const Message = `Deploy to Production ${verb} for Checkout API release 1.4.0 to Production`;
  const named = (
    ReferencedDocumentId: string,
    name: string,
    StartIndex = Message.indexOf(name),
  ) => ({
    ReferencedDocumentId,
    StartIndex,
    Length: name.length,
  });
  return {
    Timestamp: '2026-03-01T12:02:05.215+00:00',
    EventType: 'SubscriptionPayload',
    Payload: {
      ServerUri: 'https://octopus.example.com/',
      ServerAuditUri: null,
      BatchId: '9d0ecd22-4208-474d-8a0b-10c9c267f6be',
      BatchProcessingDate: '2026-03-01T12:02:04.279+00:00',
      TotalEventsInBatch: 1,
      EventNumberInBatch: 1,
      Subscription: { Id: 'Subscriptions-61', Name: 'Throughline', SpaceId: 'Spaces-282' },
      Event: {
        Id: 'Events-1111977',
        Category,
        Message,
        MessageReferences: [
          named('Deployments-12519', 'Deploy to Production'),
          named('Projects-4522', 'Checkout API'),
          named('Releases-11138', '1.4.0'),
          named('Environments-1621', 'Production', Message.lastIndexOf('Production')),
        ],
        Occurred,
        RelatedDocumentIds: [
          'Deployments-12519',
          'Projects-4522',
          'Releases-11138',
          'Environments-1621',
          'ServerTasks-569388',
          'Channels-5462',
        ],
        SpaceId: 'Spaces-282',
        UserId: 'Users-7',
        Username: 'ada',
        ...more,
      },
    },
  };
}

export const STARTED = subscribed({
  Category: 'DeploymentStarted',
  Occurred: '2026-03-01T12:00:08.563+00:00',
  verb: 'started',
});

export const SUCCEEDED = subscribed({
  Category: 'DeploymentSucceeded',
  Occurred: '2026-03-01T12:02:01.1+00:00',
  verb: 'succeeded',
});

export const MACHINE_FOUND = subscribed(
  { Category: 'MachineHealthy', Occurred: '2026-03-01T12:02:01.1+00:00', verb: '' },
  { RelatedDocumentIds: ['Machines-3'], MessageReferences: [] },
);

export const PROVIDER: Provider = {
  source: octopus,
  ...PROVEN_BY_BEARER,
  examples: [STARTED, SUCCEEDED, MACHINE_FOUND].map((payload) => ({ payload, headers: {} })),
};
