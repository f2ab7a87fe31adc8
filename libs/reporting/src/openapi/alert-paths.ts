import { jsonAnswer, problemAnswers } from '@throughline/service-kit';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  deliveryListParameters,
  listedDeliverySchema,
} from '../alerts/alert-deliveries.controller.js';
import { alertDetailSchema } from '../alerts/alert-detail.js';
import { alertListParameters } from '../alerts/alert-filters.js';
import { alertItemSchema } from '../alerts/alert-item.js';
import { pages, pagesOrCsv } from './pages.js';

const ALERTS = { tags: ['Alerts'] };

const REFUSALS = problemAnswers('400', '401', '403', '503');

/** What was raised, as the OpenAPI document has it. */
export function alertPaths(): ZodOpenApiPathsObject {
  return {
    '/v1/alerts': {
      get: {
        ...ALERTS,
        operationId: 'listAlerts',
        summary: 'Alerts that fired at any moment of a window, by when they began, newest first',
        requestParams: { query: alertListParameters },
        responses: { ...pagesOrCsv('alerts', alertItemSchema), ...REFUSALS },
      },
    },
    '/v1/alerts/deliveries': {
      get: {
        ...ALERTS,
        operationId: 'listAlertDeliveries',
        summary: 'What was told to whom, newest first, and what could not be delivered',
        requestParams: { query: deliveryListParameters },
        responses: { ...pages('deliveries', listedDeliverySchema), ...REFUSALS },
      },
    },
    '/v1/alerts/{id}': {
      get: {
        ...ALERTS,
        operationId: 'readAlert',
        summary:
          'An alert: why it was raised, what it rests on, who was told, and how often it came',
        requestParams: { path: z.object({ id: z.string() }) },
        responses: {
          ...jsonAnswer('200', 'The alert.', alertDetailSchema),
          ...REFUSALS,
          ...problemAnswers('404'),
        },
      },
    },
  };
}
