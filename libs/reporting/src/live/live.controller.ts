import type { Readable } from 'node:stream';
import { Controller, Get, Header, Headers, Query, Res } from '@nestjs/common';
import { parseQuery, RequireScope } from '@throughline/service-kit';
import type { FastifyReply } from 'fastify';
import { noParameters } from '../no-parameters.js';
import { LiveFeed } from './live-feed.js';

@Controller('v1/live')
@RequireScope('read')
export class LiveController {
  constructor(private readonly feed: LiveFeed) {}

  @Get()
  @Header('content-type', 'text/event-stream; charset=utf-8')
  @Header('cache-control', 'no-store')
  // nginx holds an answer back until it has a few kilobytes of it, unless it is told not to.
  @Header('x-accel-buffering', 'no')
  follow(
    @Query() query: unknown,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Readable {
    parseQuery(noParameters, query);
    const stream = this.feed.open(lastEventId);
    // The answer to a HEAD is over before its stream is.
    reply.raw.once('close', () => stream.destroy());
    return stream;
  }
}
