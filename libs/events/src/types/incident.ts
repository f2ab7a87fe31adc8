import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import type { TimeSchema } from '../instant.js';
import { name, prose, sha, url } from '../text.js';

/** What brought the incident about, as somebody who knows says it: one of the three. */
const cause = z
  .object({
    deploymentId: name(500).optional(),
    sha: sha.optional(),
    version: name(500).optional(),
  })
  .superRefine((value, context) => {
    const named = Object.keys(value).length;
    if (named === 1) return;
    context.addIssue({
      code: 'custom',
      params: { fault: named === 0 ? 'required' : 'cause_ambiguous' },
      message: 'must name one cause: a deploymentId, a sha or a version',
      input: value,
    });
  });

/** An incident. Identity: source and id. */
export const incident = (time: TimeSchema) =>
  z
    .object({
      ...envelope('incident', time),
      ...stated,
      id: name(500),
      service: name(200).optional(),
      services: z.array(name(200)).max(100).default([]).describe('Every service it is about.'),
      environment: name(200).optional(),
      severity: name(100).optional(),
      openedAt: time,
      acknowledgedAt: time.optional(),
      resolvedAt: time.optional().describe('Absent while it is open.'),
      causedBy: cause.optional(),
      title: prose(16_384).optional(),
      url: url.optional(),
    })
    // One way to say it inside: `service` is the short form of a list of one.
    .transform(({ service, ...rest }) =>
      service === undefined || rest.services.includes(service)
        ? rest
        : { ...rest, services: [service, ...rest.services] },
    );

export const withdrawnIncident = (time: TimeSchema) =>
  z.object({
    ...envelope('incident', time),
    ...withdrawn,
    id: name(500),
    services: z.array(name(200)).max(100).default([]),
    openedAt: time.optional(),
    acknowledgedAt: time.optional(),
    resolvedAt: time.optional(),
  });
