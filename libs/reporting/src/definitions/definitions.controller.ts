import { Controller, Get, Query } from '@nestjs/common';
import { type Definition, DEFINITIONS } from '@throughline/dora';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { z } from 'zod';
import { noParameters } from '../no-parameters.js';

export const definitionsAnswerSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      version: z.string().describe('Changes whenever an answer could.'),
      title: z.string(),
      metrics: z.record(z.string(), z.string()).describe('Each metric in words.'),
    }),
  ),
});

@Controller('v1/definitions')
@RequireScope('read')
export class DefinitionsController {
  @Get()
  list(@Query() query: unknown): { readonly items: readonly Definition[] } {
    parseQuery(noParameters, query);
    return { items: DEFINITIONS };
  }
}
