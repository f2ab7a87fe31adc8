import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import type { Vocabulary } from '../vocabulary.js';

/** What brought the incident about, as somebody who knows says it: one of the three. */
const cause = (v: Vocabulary) =>
  z
    .object({
      deploymentId: v.name(500).optional(),
      sha: v.sha.optional(),
      version: v.name(500).optional(),
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
export const incident = (v: Vocabulary) =>
  z
    .object({
      ...envelope('incident', v),
      ...stated,
      id: v.name(500),
      service: v.name(200).optional(),
      services: z.array(v.name(200)).max(100).default([]).describe('Every service it is about.'),
      environment: v.name(200).optional(),
      severity: v.name(100).optional(),
      openedAt: v.time,
      acknowledgedAt: v.time.optional(),
      resolvedAt: v.time.optional().describe('Absent while it is open.'),
      causedBy: cause(v).optional(),
      title: v.prose(16_384).optional(),
      url: v.url.optional(),
    })
    // One way to say it inside: `service` is the short form of a list of one.
    .transform(({ service, ...rest }) =>
      service === undefined || rest.services.includes(service)
        ? rest
        : { ...rest, services: [service, ...rest.services] },
    );

export const withdrawnIncident = (v: Vocabulary) =>
  z.object({
    ...envelope('incident', v),
    ...withdrawn,
    id: v.name(500),
    services: z.array(v.name(200)).max(100).default([]),
    openedAt: v.time.optional(),
    acknowledgedAt: v.time.optional(),
    resolvedAt: v.time.optional(),
  });
