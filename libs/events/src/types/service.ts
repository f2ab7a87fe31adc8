import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import type { TimeSchema } from '../instant.js';
import { repository } from '../repository.js';
import { name, url } from '../text.js';

/** An entry of the service catalogue. Identity: name. */
export const service = (time: TimeSchema) =>
  z.object({
    ...envelope('service', time),
    ...stated,
    name: name(200),
    team: name(200).optional(),
    owner: name(200).optional(),
    repository: repository.optional(),
    paths: z
      .array(name(1000))
      .max(100)
      .default([])
      .describe('Globs of the files in the repository that make up this service; all, if empty.'),
    tier: z.int().min(0).max(100).optional().describe('How much depends on it; 1 matters most.'),
    runbookUrl: url.optional(),
    sloUrl: url.optional(),
    dashboardUrl: url.optional(),
    onboardedAt: time.optional(),
  });

export const withdrawnService = (time: TimeSchema) =>
  z.object({
    ...envelope('service', time),
    ...withdrawn,
    name: name(200),
    onboardedAt: time.optional(),
  });
