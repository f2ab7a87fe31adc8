import { Controller, Get, Header, Query } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import { noParameters } from '../no-parameters.js';
import { DeliveryExposition } from './delivery-exposition.js';
import { EXPOSITION_MEDIA_TYPE } from './exposition.js';

@Controller('v1/prometheus')
@RequireScope('read')
export class PrometheusController {
  constructor(private readonly exposition: DeliveryExposition) {}

  @Get()
  @Header('content-type', EXPOSITION_MEDIA_TYPE)
  @Header('cache-control', 'no-store')
  scrape(@Query() query: unknown): Promise<string> {
    parseQuery(noParameters, query);
    return this.exposition.text();
  }
}
