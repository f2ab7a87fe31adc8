import { Controller, Get, Inject, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { PublicRoute } from '../tokens/access.js';
import { apiDocument } from './api-document.js';
import type { ApiDocument } from './api-document.js';

const API_DOCUMENT = Symbol('ApiDocument');

@Controller('v1/openapi.json')
@PublicRoute()
class OpenApiController {
  constructor(@Inject(API_DOCUMENT) private readonly document: ApiDocument) {}

  @Get()
  describe(): ApiDocument {
    return this.document;
  }
}

/** Serves the OpenAPI document of a service; whoever puts its modules together says what is in it. */
@Module({})
export class OpenApiModule {
  static register(paths: ZodOpenApiPathsObject): DynamicModule {
    return {
      module: OpenApiModule,
      controllers: [OpenApiController],
      providers: [{ provide: API_DOCUMENT, useValue: apiDocument(paths) }],
    };
  }
}
