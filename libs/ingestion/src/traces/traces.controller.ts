import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import {
  decodeBody,
  decodeText,
  parseJson,
  ProblemError,
  RequireScope,
} from '@throughline/service-kit';
import { readTraces } from '@throughline/sources';
import type { FastifyRequest } from 'fastify';
import { EventIntake } from '../intake/event-intake.js';
import { INGESTION_OPTIONS, type IngestionOptions, mappingOf } from '../options.js';
import { mediaTypeOf } from '../request/media-type.js';

const OTLP = 'otlp';

/** ExportTraceServiceResponse in JSON: empty where everything was taken. */
interface TracesAnswer {
  readonly partialSuccess?: { readonly rejectedSpans: string; readonly errorMessage: string };
}

/** OTLP/HTTP, experimental: of the spans that CI sends, those that deploy; the others do no harm. */
@Controller('v1/traces')
@RequireScope('ingest')
export class TracesController {
  constructor(
    @Inject(EventIntake) private readonly intake: EventIntake,
    @Inject(INGESTION_OPTIONS) private readonly options: IngestionOptions,
  ) {}

  @Post()
  @HttpCode(200)
  async receive(@Req() request: FastifyRequest): Promise<TracesAnswer> {
    requireJson(request.headers['content-type']);
    const said = readTraces(
      parseJson(decodeText(await decodeBody(request))),
      mappingOf(this.options, OTLP),
    );
    if (said.kind === 'refused') throw malformedSpans(said.reason);
    if (said.kind === 'ignored') return {};
    const entries = said.events.map((value) => ({ value }));
    const { quarantined } = await this.intake.take({
      entries,
      source: OTLP,
      invalid: 'quarantine',
    });
    if (quarantined === 0) return {};
    const errorMessage = 'what these spans say of deployments is in quarantine, with its faults';
    return { partialSuccess: { rejectedSpans: String(quarantined), errorMessage } };
  }
}

function malformedSpans(reason: string): ProblemError {
  return new ProblemError('TL_INVALID_EVENTS', {
    detail: `The spans are not as OTLP has them: ${reason}. Nothing was kept.`,
    extras: { faults: [] },
  });
}

function requireJson(contentType: string | undefined): void {
  const type = mediaTypeOf(contentType);
  if (type === 'application/json') return;
  throw new ProblemError('TL_UNSUPPORTED_MEDIA_TYPE', {
    detail:
      `${type ?? 'A body of no type'} is not read here, only application/json: set ` +
      'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/json, or `encoding: json` of the collector’s otlphttp exporter.',
    headers: { accept: 'application/json' },
  });
}
