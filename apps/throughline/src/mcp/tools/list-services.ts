import { z } from 'zod';
import { serviceListSchema, serviceSchema } from '../../answers/service-list.js';
import { counted } from '../../terminal/counted.js';
import { nameInWords } from '../names.js';
import { partOf, restInWords } from '../rest-of-list.js';
import { defineTool } from '../tool.js';
import { rowsInput } from '../tool-input.js';

export const listServices = defineTool({
  name: 'list_services',
  title: 'List services',
  description:
    'The services, the team each belongs to now, and where and when each was last deployed. Use it to find the exact names that the other tools filter by.',
  input: z.strictObject({
    search: z.string().optional().describe('Only names and teams that contain this.'),
    ...rowsInput(200, 50),
  }),
  output: z.object({
    total: z.number().describe('How many match, shown or not.'),
    more: z.number().describe('How many of them come after those shown.'),
    services: z.array(serviceSchema),
  }),
  async answer(api, { search = '', ...rows }) {
    const { items } = api.read(serviceListSchema, await api.get('/v1/services', {}));
    const wanted = search.toLowerCase();
    const found = items.filter(({ name, team }) =>
      [name, team ?? ''].some((text) => text.toLowerCase().includes(wanted)),
    );
    const { items: services, more } = partOf(found, rows);
    return {
      says: [
        found.length === 0 ? `No service matches.` : `${counted(found.length, 'service')}:`,
        ...services.map(
          ({ name, team }) =>
            `- ${nameInWords(name)} (${team === null ? 'no team known' : `team ${nameInWords(team)}`})`,
        ),
        ...restInWords(more, rows.offset + services.length),
      ],
      data: { total: found.length, more, services },
    };
  },
});
