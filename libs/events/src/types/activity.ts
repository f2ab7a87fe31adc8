import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import { fingerprintHex } from '../fingerprint.js';
import type { Vocabulary } from '../vocabulary.js';

export const ACTIVITY_OUTCOMES = ['succeeded', 'failed', 'needed_help'] as const;

/** Somebody used the platform. Identity: source and id. */
export const activity = (v: Vocabulary) =>
  z
    .object({
      ...envelope('activity', v),
      ...stated,
      id: v.name(500).optional().describe('Default: a hash of the other fields.'),
      actor: v.name(500).describe('Any id of who did it; stored only as a keyed hash.'),
      action: v.name(200),
      subject: v.name(500).optional(),
      service: v.name(200).optional(),
      outcome: z.enum(ACTIVITY_OUTCOMES).optional(),
      at: v.time,
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

export const withdrawnActivity = (v: Vocabulary) =>
  z.object({
    ...envelope('activity', v),
    ...withdrawn,
    id: v.name(500),
    at: v.time.optional(),
  });
