import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import type { Vocabulary } from '../vocabulary.js';

/** An entry of the service catalogue. Identity: name. */
export const service = (v: Vocabulary) =>
  z.object({
    ...envelope('service', v),
    ...stated,
    name: v.name(200),
    team: v.name(200).optional(),
    owner: v.name(200).optional(),
    repository: v.repository.optional(),
    paths: z
      .array(v.name(1000))
      .max(100)
      .default([])
      .describe('Globs of the files in the repository that make up this service; all, if empty.'),
    tier: z.int().min(0).max(100).optional().describe('How much depends on it; 1 matters most.'),
    runbookUrl: v.url.optional(),
    sloUrl: v.url.optional(),
    dashboardUrl: v.url.optional(),
    onboardedAt: v.time.optional(),
  });

export const withdrawnService = (v: Vocabulary) =>
  z.object({
    ...envelope('service', v),
    ...withdrawn,
    name: v.name(200),
    onboardedAt: v.time.optional(),
  });
