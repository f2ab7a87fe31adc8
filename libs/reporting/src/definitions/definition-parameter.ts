import { z } from 'zod';

/** Which definition of the metrics an answer uses. */
export const definitionParameter = z.string().max(200).optional().meta({
  description:
    'Which definition of the metrics; `GET /v1/definitions` describes each. Default: dora.',
});

/** The question of an answer about one thing, which the definition judges. */
export const definitionQuestion = z.strictObject({ definition: definitionParameter });
