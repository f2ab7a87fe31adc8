import { Controller, Get, Inject, Module } from '@nestjs/common';
import { serveHttp } from '../http/serve-http.js';
import { LOGGER } from '../telemetry/logger.js';
import type { Logger } from '../telemetry/logger.js';
import { PublicRoute } from '../tokens/access.js';
import type { ProcessContext } from './start-process.js';

@PublicRoute()
@Controller()
class SlowController {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  /** Answers only after the process was told to stop. */
  @Get('slow')
  async slow() {
    this.logger.info({ event: 'slow.asked' }, 'asked');
    await new Promise((resolve) => process.once('SIGTERM', resolve));
    return { answered: true };
  }
}

@Module({ controllers: [SlowController] })
class SlowModule {}

export const serveSlowly = (context: ProcessContext) => serveHttp(SlowModule, context);
