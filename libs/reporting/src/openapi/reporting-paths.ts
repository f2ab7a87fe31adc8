import { jsonAnswer, problemAnswers } from '@throughline/service-kit';
import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { arrivalsAnswerSchema } from '../arrivals/arrivals.controller.js';
import { servicesAnswerSchema } from '../catalogue/services.controller.js';
import { changeItemSchema } from '../changes/changes-report.js';
import { commitAnswerSchema } from '../commits/commits.controller.js';
import { definitionsAnswerSchema } from '../definitions/definitions.controller.js';
import {
  deploymentCommitsParameters,
  shippedCommitSchema,
} from '../deployments/deployment-commits.js';
import { definitionQuestion } from '../definitions/definition-parameter.js';
import { deploymentDetailSchema } from '../deployments/deployment-detail.js';
import { deploymentListParameters } from '../deployments/deployment-filters.js';
import { deploymentItemSchema } from '../deployments/deployment-item.js';
import { explainAnswerSchema } from '../explain/explain-item.js';
import { explainParameters } from '../explain/explain-parameters.js';
import { incidentListParameters } from '../incidents/incident-filters.js';
import { incidentItemSchema } from '../incidents/incidents-report.js';
import { metricsParameters } from '../metrics/metrics-parameters.js';
import { metricsAnswerSchema } from '../metrics/metrics-row.js';
import { exportedListParameters } from '../paging/list-parameters.js';
import { quarantineParameters } from '../quarantine/quarantine.controller.js';
import { quarantineItemSchema } from '../quarantine/quarantine-item.js';
import { verdictsAnswerSchema } from '../verdicts/verdicts.controller.js';
import { alertPaths } from './alert-paths.js';
import { livePaths } from './live-paths.js';
import { outletPaths } from './outlet-paths.js';
import { pages, pagesOrCsv } from './pages.js';
import { qualityPaths } from './quality-paths.js';

const METRICS = { tags: ['Metrics'] };
const FACTS = { tags: ['Facts'] };

/** What every question can fail with. */
const REFUSALS = problemAnswers('400', '401', '403', '503');

/** The query API's part of the OpenAPI document. */
export function reportingPaths(): ZodOpenApiPathsObject {
  return {
    '/v1/metrics': { get: metrics() },
    ...qualityPaths(),
    ...outletPaths(),
    ...livePaths(),
    ...alertPaths(),
    '/v1/explain': {
      get: {
        ...METRICS,
        operationId: 'explainNumber',
        summary: 'A number of a row, and every thing that it was made of or that was left out',
        requestParams: { query: explainParameters },
        responses: {
          ...jsonAnswer(
            '200',
            'The number and a page of its items, newest first.',
            explainAnswerSchema,
          ),
          ...REFUSALS,
          ...problemAnswers('404'),
        },
      },
    },
    '/v1/definitions': {
      get: {
        ...METRICS,
        operationId: 'listDefinitions',
        summary: 'How the metrics are defined, in words that a person can check',
        responses: {
          ...jsonAnswer('200', 'The definitions.', definitionsAnswerSchema),
          ...REFUSALS,
        },
      },
    },
    '/v1/deployments': {
      get: {
        ...FACTS,
        operationId: 'listDeployments',
        summary: 'Deployments, newest first, and what became of each',
        requestParams: { query: deploymentListParameters },
        responses: { ...pagesOrCsv('deployments', deploymentItemSchema), ...REFUSALS },
      },
    },
    '/v1/deployments/{service}/{environment}/{id}': {
      get: {
        ...FACTS,
        operationId: 'readDeployment',
        summary: 'A deployment: what was said of it, what became of it, and why',
        requestParams: {
          path: z.object({ service: z.string(), environment: z.string(), id: z.string() }),
          query: definitionQuestion,
        },
        responses: {
          ...jsonAnswer('200', 'The deployment.', deploymentDetailSchema),
          ...REFUSALS,
          ...problemAnswers('404'),
        },
      },
    },
    '/v1/deployments/{service}/{environment}/{id}/commits': {
      get: {
        ...FACTS,
        operationId: 'listCommitsOfDeployment',
        summary: 'The commits that a deployment was the first to ship, newest first',
        requestParams: {
          path: z.object({ service: z.string(), environment: z.string(), id: z.string() }),
          query: deploymentCommitsParameters,
        },
        responses: {
          ...pagesOrCsv('commits', shippedCommitSchema),
          ...REFUSALS,
          ...problemAnswers('404'),
        },
      },
    },
    '/v1/deployments/{service}/{environment}/{id}/verdicts': {
      get: {
        ...FACTS,
        operationId: 'listVerdictsOfDeployment',
        summary: 'Every verdict on a deployment that was given or taken back, the latest first',
        requestParams: {
          path: z.object({ service: z.string(), environment: z.string(), id: z.string() }),
        },
        responses: { ...jsonAnswer('200', 'The verdicts.', verdictsAnswerSchema), ...REFUSALS },
      },
    },
    '/v1/changes': {
      get: {
        ...FACTS,
        operationId: 'listChanges',
        summary: 'Merged changes, newest first, and how long each stage of them took',
        requestParams: { query: exportedListParameters },
        responses: { ...pagesOrCsv('changes', changeItemSchema), ...REFUSALS },
      },
    },
    '/v1/incidents': {
      get: {
        ...FACTS,
        operationId: 'listIncidents',
        summary: 'Incidents, newest first, and the deployments they go back to',
        requestParams: { query: incidentListParameters },
        responses: { ...pagesOrCsv('incidents', incidentItemSchema), ...REFUSALS },
      },
    },
    '/v1/incidents/{source}/{id}': {
      get: {
        ...FACTS,
        operationId: 'readIncident',
        summary: 'An incident, and the deployments it goes back to',
        requestParams: {
          path: z.object({ source: z.string(), id: z.string() }),
          query: definitionQuestion,
        },
        responses: {
          ...jsonAnswer('200', 'The incident.', incidentItemSchema),
          ...REFUSALS,
          ...problemAnswers('404'),
        },
      },
    },
    '/v1/commits/{sha}': {
      get: {
        ...FACTS,
        operationId: 'followCommit',
        summary: 'A commit’s way to each environment',
        requestParams: { path: z.object({ sha: z.string() }) },
        responses: {
          ...jsonAnswer('200', 'The commit, in every repository that has it.', commitAnswerSchema),
          ...REFUSALS,
          ...problemAnswers('404'),
        },
      },
    },
    '/v1/services': {
      get: {
        ...FACTS,
        operationId: 'listServices',
        summary: 'Services, whose they are, and where they are deployed',
        responses: { ...jsonAnswer('200', 'The services.', servicesAnswerSchema), ...REFUSALS },
      },
    },
    '/v1/arrivals': {
      get: {
        ...FACTS,
        operationId: 'listArrivals',
        summary: 'What came in, by source and type of event, and when it was last heard of',
        responses: {
          ...jsonAnswer('200', 'The sources that were heard.', arrivalsAnswerSchema),
          ...REFUSALS,
        },
      },
    },
    '/v1/quarantine': {
      get: {
        ...FACTS,
        operationId: 'listQuarantine',
        summary: 'What was sent and could not be used, newest first, with what is wrong with it',
        requestParams: { query: quarantineParameters },
        responses: { ...pages('entries', quarantineItemSchema), ...REFUSALS },
      },
    },
    '/v1/quarantine/{id}': {
      get: {
        ...FACTS,
        operationId: 'getQuarantined',
        summary: 'One thing that could not be used, with its payload and what was done about it',
        requestParams: { path: z.object({ id: z.string() }) },
        responses: {
          ...jsonAnswer('200', 'The entry.', quarantineItemSchema),
          ...REFUSALS,
          ...problemAnswers('404'),
        },
      },
    },
  };
}

function metrics(): ZodOpenApiOperationObject {
  return {
    ...METRICS,
    operationId: 'askMetrics',
    summary: 'The metrics, by group and period',
    requestParams: { query: metricsParameters },
    responses: {
      '200': {
        description: 'A row for each group and period.',
        content: {
          'application/json': { schema: metricsAnswerSchema },
          'text/csv': {
            schema: z.string().describe('The same rows, a column a number, empty for null.'),
          },
        },
      },
      ...REFUSALS,
    },
  };
}
