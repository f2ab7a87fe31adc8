import { z } from 'zod';
import { definitionListSchema, describedDefinitionSchema } from '../../answers/definition-list.js';
import { CommandFailure } from '../../command-failure.js';
import { nameInWords } from '../names.js';
import { defineTool } from '../tool.js';

export const listDefinitions = defineTool({
  name: 'list_definitions',
  title: 'List definitions',
  description:
    'Which definitions of the metrics can be asked for; with `id`, one of them in full: what each metric counts and leaves out, and which rules make a deployment a failed one.',
  input: z.strictObject({
    id: z.string().optional().describe('The definition to describe in full.'),
  }),
  output: z.object({
    definitions: z.array(describedDefinitionSchema.partial({ metrics: true, failureRules: true })),
  }),
  async answer(api, { id }) {
    const { items } = api.read(definitionListSchema, await api.get('/v1/definitions', {}));
    if (id === undefined) {
      return {
        says: [
          'Ask with an id for what one of them counts.',
          ...items.map((one) => `- ${one.id} (version ${one.version}): ${one.title}`),
        ],
        data: {
          definitions: items.map(({ metrics: _, failureRules: __, ...definition }) => definition),
        },
      };
    }
    const found = items.find((one) => one.id === id);
    if (found === undefined) {
      const known = items.map((one) => one.id).join(', ');
      throw new CommandFailure(`there is no definition ${nameInWords(id)}; there are ${known}`);
    }
    return {
      says: [
        `${found.id} (version ${found.version}): ${found.title}`,
        ...Object.entries(found.metrics).map(([metric, words]) => `- ${metric}: ${words}`),
        found.failureRules.length === 0
          ? 'It does not say which deployment failed.'
          : 'A deployment failed if one of these says so:',
        ...found.failureRules.map(
          ({ rule, confidence, says }) => `- ${rule} (confidence ${confidence}): ${says}`,
        ),
      ],
      data: { definitions: [found] },
    };
  },
});
