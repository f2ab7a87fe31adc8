import { DEFINITIONS, DORA } from '@throughline/dora';
import { z } from 'zod';

/** Which definition of the metrics an answer uses. */
export const definitionParameter = z
  .enum(DEFINITIONS.map(({ id }) => id))
  .default(DORA.id)
  .meta({ description: 'Which definition of the metrics; `GET /v1/definitions` describes each.' });
