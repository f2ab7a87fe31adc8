import { Controller, Get, Query } from '@nestjs/common';
import { FAILURE_RULES } from '@throughline/dora';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { z } from 'zod';
import { noParameters } from '../no-parameters.js';
import { Definitions } from './definitions.js';

export const definitionsAnswerSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      version: z.string().describe('Changes whenever an answer could.'),
      title: z.string(),
      sources: z.array(z.string()).describe('Where it is laid down.'),
      metrics: z.record(z.string(), z.string()).describe('Each metric in words.'),
      failuresAre: z
        .enum(['deployments', 'incidents'])
        .describe(
          'What the change fail rate counts above the line. Of incidents no `members` can be told: one may concern several.',
        ),
      failureRules: z
        .array(z.object({ rule: z.string(), confidence: z.number(), says: z.string() }))
        .describe('What it believes to show that a deployment failed, surest first.'),
    }),
  ),
});

type DefinitionsAnswer = z.infer<typeof definitionsAnswerSchema>;

@Controller('v1/definitions')
@RequireScope('read')
export class DefinitionsController {
  constructor(private readonly definitions: Definitions) {}

  @Get()
  list(@Query() query: unknown): DefinitionsAnswer {
    parseQuery(noParameters, query);
    return {
      items: this.definitions.all.map(({ id, version, title, sources, metrics, failure }) => ({
        id,
        version,
        title,
        sources: [...sources],
        metrics: { ...metrics },
        failuresAre: failure.numerator === 'failed_deployments' ? 'deployments' : 'incidents',
        failureRules: failure.rules
          .map((rule) => ({ rule, ...FAILURE_RULES[rule] }))
          .filter(({ confidence }) => confidence >= failure.minimumConfidence)
          .map(({ rule, confidence, says }) => ({ rule, confidence, says }))
          .sort((a, b) => b.confidence - a.confidence),
      })),
    };
  }
}
