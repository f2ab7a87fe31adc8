import { problemAnswers } from '@throughline/service-kit';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { BADGE_METRICS } from '../badges/badge-metrics.js';
import { badgeParameters } from '../badges/badge-parameters.js';

const OUTLETS = { tags: ['Outlets'] };

const REFUSALS = problemAnswers('400', '401', '403', '503');

/** Where the numbers go beside the API, as the OpenAPI document has it. */
export function outletPaths(): ZodOpenApiPathsObject {
  return {
    '/v1/badges/{metric}.svg': {
      get: {
        ...OUTLETS,
        operationId: 'drawBadge',
        summary: 'A metric as an image for a README; needs no token where `badges.public` says so',
        requestParams: {
          path: z.object({ metric: z.enum(Object.keys(BADGE_METRICS)) }),
          query: badgeParameters,
        },
        responses: {
          '200': {
            description: 'The badge: the metric and its value in words.',
            content: { 'image/svg+xml': { schema: z.string() } },
          },
          ...REFUSALS,
          ...problemAnswers('404'),
        },
      },
    },
    '/v1/prometheus': {
      get: {
        ...OUTLETS,
        operationId: 'scrapeDelivery',
        summary:
          'Everything that ever happened, counted by service and environment, for Prometheus',
        responses: {
          '200': {
            description: 'Counters, gauges and histograms in the text format 0.0.4.',
            content: { 'text/plain': { schema: z.string() } },
          },
          ...REFUSALS,
        },
      },
    },
  };
}
