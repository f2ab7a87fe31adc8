import { Module } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { CONFIGURATION } from '../configuration/configuration.js';
import type { Configuration } from '../configuration/configuration.js';
import { LOGGER } from '../telemetry/logger.js';
import type { Logger } from '../telemetry/logger.js';
import { TokenGuard } from '../tokens/token-guard.js';
import { TokenRegistry } from '../tokens/token-registry.js';
import { HealthController } from './health-controller.js';
import { HealthRegistry } from './health-registry.js';
import { ALLOWED_METHODS } from './http-tokens.js';
import { MetricsController } from './metrics-controller.js';
import { ProblemFilter } from './problem-filter.js';
import { ProblemsController } from './problems-controller.js';
import type { AllowedMethods } from './routes.js';

/** What an HTTP application is made with; modules may inject each of the first three. */
export interface HttpContext {
  /** Injected by `CONFIGURATION`. */
  readonly configuration: Configuration;
  /** Injected by `LOGGER`. */
  readonly logger: Logger;
  /** Injected by its class. */
  readonly health: HealthRegistry;
}

/** What every service's HTTP has beside its own module: probes, metrics, tokens and problem answers. */
@Module({})
export class HttpModule {
  static around(
    module: DynamicModule | Type,
    { configuration, logger, health }: HttpContext,
    allowedMethods: AllowedMethods,
  ): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      imports: [module],
      controllers: [HealthController, MetricsController, ProblemsController],
      providers: [
        { provide: CONFIGURATION, useValue: configuration },
        { provide: LOGGER, useValue: logger },
        { provide: HealthRegistry, useValue: health },
        { provide: TokenRegistry, useValue: new TokenRegistry(configuration.tokens) },
        { provide: ALLOWED_METHODS, useValue: allowedMethods },
        { provide: APP_GUARD, useClass: TokenGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [CONFIGURATION, LOGGER, HealthRegistry, ALLOWED_METHODS],
    };
  }
}
