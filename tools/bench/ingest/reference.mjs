import 'reflect-metadata';
import { Controller, HttpCode, Module, Post, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { parseEvent } from '../../../libs/events/dist/index.js';
import { NO_MAPPING, SOURCES } from '../../../libs/sources/dist/index.js';
import { SECRET } from './requests.mjs';

// The same framework with a handler that only verifies the signature and parses with the same schemas: nothing
// is made durable, told apart from what came before, counted or hashed. Prints its port.

const github = SOURCES.get('github');

class Reference {
  event({ body }) {
    const parsed = parseEvent(JSON.parse(body.toString()), Date.now());
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    return { accepted: 1, duplicates: 0 };
  }

  push({ body, headers }) {
    const delivery = { body, headers, receivedAt: Date.now() };
    if (!github.verify(delivery, [SECRET]).authentic) throw new Error('not authentic');
    const { events } = github.normalise(JSON.parse(body.toString()), headers, NO_MAPPING);
    return { accepted: events.length, duplicates: 0 };
  }
}

decorate('event', 'v1/events');
decorate('push', 'v1/webhooks/github');
Controller()(Reference);

class ReferenceModule {}
Module({ controllers: [Reference] })(ReferenceModule);

const adapter = new FastifyAdapter();
const application = await NestFactory.create(ReferenceModule, adapter, {
  bodyParser: false,
  logger: false,
});
const fastify = adapter.getInstance();
fastify.removeAllContentTypeParsers();
fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
  done(null, body);
});
await application.listen(0, '127.0.0.1');
process.stdout.write(`${application.getHttpServer().address().port}\n`);
process.once('SIGTERM', () => application.close());

/** This file is run as it is, and decorators are not JavaScript yet. */
function decorate(method, path) {
  const descriptor = Object.getOwnPropertyDescriptor(Reference.prototype, method);
  Post(path)(Reference.prototype, method, descriptor);
  HttpCode(202)(Reference.prototype, method, descriptor);
  Req()(Reference.prototype, method, 0);
}
