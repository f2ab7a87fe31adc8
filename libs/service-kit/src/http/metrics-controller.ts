import { Controller, Get, Header } from '@nestjs/common';
import { PublicRoute } from '../tokens/access.js';
import { prometheusText } from '../telemetry/metrics.js';

@PublicRoute()
@Controller('metrics')
export class MetricsController {
  /** What this process measures about itself, for Prometheus to scrape. */
  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  scrape(): Promise<string> {
    return prometheusText();
  }
}
