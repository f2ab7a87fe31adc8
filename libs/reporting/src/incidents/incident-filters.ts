import { z } from 'zod';
import { exportedListParameters, type ListQuestion } from '../paging/list-parameters.js';

const filters = {
  open: z
    .stringbool({ error: 'must be true or false' })
    .optional()
    .meta({ type: 'boolean', description: 'Only those that go on, or only those that are over.' }),
};

/** The question of `GET /v1/incidents`. */
export const incidentListParameters = exportedListParameters.extend(filters);

export type IncidentsQuestion = ListQuestion & z.output<z.ZodObject<typeof filters>>;
