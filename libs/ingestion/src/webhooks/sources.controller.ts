import { Controller, Get, Inject } from '@nestjs/common';
import { RequireScope } from '@throughline/service-kit';
import type { SourcesAnswer } from '../answers.js';
import { type ConfiguredSource, INGESTION_OPTIONS, type IngestionOptions } from '../options.js';
import { sourcesOf } from './sources-of.js';

type Accepts = SourcesAnswer['items'][number]['accepts'];

@Controller('v1/sources')
@RequireScope('read')
export class SourcesController {
  constructor(@Inject(INGESTION_OPTIONS) private readonly options: IngestionOptions) {}

  @Get()
  list(): SourcesAnswer {
    const items = [...sourcesOf(this.options).values()].map(({ name, title, needs }) => ({
      name,
      title,
      address: `/v1/webhooks/${name}`,
      accepts: acceptsOf(this.options.sources[name]),
      needs: { ...needs, deliveries: [...needs.deliveries] },
    }));
    return { items };
  }
}

function acceptsOf(configured: ConfiguredSource | undefined): Accepts {
  if (configured?.unsigned) return 'unsigned';
  return configured !== undefined && configured.secrets.length > 0 ? 'signed' : 'secret_missing';
}
