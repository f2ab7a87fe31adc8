import { Controller, Get, Module, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { loadConfiguration } from '../configuration/load-configuration.js';
import type { Configuration } from '../configuration/configuration.js';
import { createLogger } from '../telemetry/logger.js';
import type { LogLevel } from '../configuration/environment.js';
import { PublicRoute, RequireScope } from '../tokens/access.js';
import { createHttpApplication } from './create-http-application.js';
import { decodeBody } from './decode-body.js';
import { HealthRegistry } from './health-registry.js';

/** A service as small as can be: it tells the bytes it was sent, and fails when asked to. */
@Controller('v1')
class EchoController {
  @Post('events')
  @RequireScope('ingest')
  async receive(@Req() request: FastifyRequest) {
    const body = await decodeBody(request);
    return { bytes: body.length, text: body.subarray(0, 100).toString('utf8') };
  }

  @Post('webhooks/:source')
  @PublicRoute()
  webhook(@Param('source') source: string, @Req() request: FastifyRequest) {
    return { source, bytes: (request.body as Buffer).length };
  }

  @Get('metrics')
  @RequireScope('read')
  metrics(@Req() request: FastifyRequest) {
    return { query: request.query };
  }

  @Get('broken')
  @PublicRoute()
  broken(): never {
    throw new Error('the password is hunter2');
  }

  @Get('undeclared')
  undeclared() {
    return {};
  }
}

@Module({ controllers: [EchoController] })
class EchoModule {}

/** A configuration as the environment alone gives it, with some of it replaced. */
export function testConfiguration(changes: Partial<Configuration> = {}): Configuration {
  return {
    ...loadConfiguration({ variables: {}, workingDirectory: '/nowhere' }),
    http: { host: '127.0.0.1', port: 0 },
    ...changes,
  };
}

export interface LogLine {
  readonly event?: string;
  readonly [field: string]: unknown;
}

/** A logger that keeps its lines. */
export function recordingLogger(level: LogLevel = 'debug') {
  const lines: LogLine[] = [];
  const destination = { write: (line: string) => lines.push(JSON.parse(line) as LogLine) };
  return { lines, logger: createLogger({ service: 'test', level, destination }) };
}

/** The echo service on the real HTTP stack. */
export async function echoService(changes: Partial<Configuration> = {}) {
  const { lines, logger } = recordingLogger();
  const health = new HealthRegistry();
  const application = await createHttpApplication(EchoModule, {
    configuration: testConfiguration(changes),
    logger,
    health,
  });
  return { application, health, lines };
}
