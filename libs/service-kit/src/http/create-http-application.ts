import 'reflect-metadata';
import type { DynamicModule, NestApplicationOptions, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestLogger } from '../telemetry/nest-logger.js';
import { allowLargeWebhooks } from './body-limits.js';
import { compressAnswers } from './compressed-answers.js';
import { answerConditionally } from './conditional-answers.js';
import { createFastifyAdapter } from './fastify-adapter.js';
import { HttpModule } from './http-module.js';
import type { HttpContext } from './http-module.js';
import { keepBodiesRaw } from './raw-body.js';
import { observeRequests } from './request-observer.js';
import { watchRoutes } from './routes.js';
import { addSecurityHeaders } from './security-headers.js';

/**
 * The HTTP side of a service, ready for `inject` or `listen`: its own module plus probes, metrics, tokens,
 * problem answers, security headers, entity tags and compression. Request bodies reach handlers as `Buffer`.
 */
export async function createHttpApplication(
  module: DynamicModule | Type,
  context: HttpContext,
): Promise<NestFastifyApplication> {
  const adapter = createFastifyAdapter();
  const fastify = adapter.getInstance();
  // Hooks on routes see only the routes that come after them, and Nest adds its own in `init`.
  const allowedMethods = watchRoutes(fastify);
  allowLargeWebhooks(fastify);
  observeRequests(fastify, context.logger);
  addSecurityHeaders(fastify);
  answerConditionally(fastify);
  await compressAnswers(fastify);

  const options: Partial<NestApplicationOptions> = {
    bodyParser: false,
    // Throw instead of ending the process: who starts us decides what a failed start means.
    abortOnError: false,
    logger: new NestLogger(context.logger),
  };
  const application = await NestFactory.create<NestFastifyApplication>(
    HttpModule.around(module, context, allowedMethods),
    adapter,
    options,
  );
  keepBodiesRaw(fastify);
  await application.init();
  await fastify.ready();
  return application;
}
