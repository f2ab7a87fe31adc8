import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import { fingerprintHex } from '../fingerprint.js';
import type { TimeSchema } from '../instant.js';
import { name } from '../text.js';

export const ACTIVITY_OUTCOMES = ['succeeded', 'failed', 'needed_help'] as const;

/** Somebody used the platform. Identity: source and id. */
export const activity = (time: TimeSchema) =>
  z
    .object({
      ...envelope('activity', time),
      ...stated,
      id: name(500).optional().describe('Default: a hash of the other fields.'),
      actor: name(500).describe('Any id of who did it; stored only as a keyed hash.'),
      action: name(200),
      subject: name(500).optional(),
      service: name(200).optional(),
      outcome: z.enum(ACTIVITY_OUTCOMES).optional(),
      at: time,
      durationSeconds: z.number().min(0).optional(),
    })
    .transform(({ id, ...rest }) => ({
      ...rest,
      id:
        id ??
        fingerprintHex(
          JSON.stringify([
            rest.actor,
            rest.action,
            rest.subject ?? '',
            rest.service ?? '',
            rest.at,
          ]),
        ),
    }));

export const withdrawnActivity = (time: TimeSchema) =>
  z.object({
    ...envelope('activity', time),
    ...withdrawn,
    id: name(500),
    at: time.optional(),
  });
