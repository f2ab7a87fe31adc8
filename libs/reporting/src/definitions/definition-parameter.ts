import { z } from 'zod';

/** Which definition of the metrics an answer uses. */
export const definitionParameter = z.string().max(200).optional().meta({
  description:
    'Which definition of the metrics; `GET /v1/definitions` describes each. Default: dora.',
});
