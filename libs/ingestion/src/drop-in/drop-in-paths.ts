import { jsonAnswer, problemAnswers } from '@throughline/service-kit';
import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { datadogAnswer } from './datadog.controller.js';
import { DEVLAKE_CONNECTIONS, DEVLAKE_PREFIXES, devLakeAnswer } from './devlake.controller.js';

const REFUSALS = problemAnswers('400', '401', '403', '413', '422', '429', '503');

interface Described extends Pick<ZodOpenApiOperationObject, 'responses'> {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
}

/** The bodies are those tools' own and described where they are: each page of docs/sources links there. */
function operation(
  path: string,
  { responses, ...described }: Described,
): ZodOpenApiOperationObject {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return {
    tags: ['Drop-in addresses'],
    ...described,
    ...(names.length > 0 && {
      requestParams: {
        path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
      },
    }),
    requestBody: { required: true, content: { 'application/json': { schema: {} } } },
    responses: { ...responses, ...REFUSALS },
  };
}

/** The addresses of other tools' APIs, in the OpenAPI document. */
export function dropInPaths(): ZodOpenApiPathsObject {
  return { ...datadogPaths(), ...devLakePaths(), ...sleuthPaths(), ...gitLabPaths() };
}

function datadogPaths(): ZodOpenApiPathsObject {
  const description =
    'As Datadog’s DORA Metrics API; the token goes where its key went, `DD-API-KEY`.';
  const sends = (path: string, operationId: string, summary: string) => ({
    [path]: {
      post: operation(path, {
        operationId,
        summary,
        description,
        responses: jsonAnswer('200', 'It is durable.', datadogAnswer),
      }),
    },
  });
  const patched = '/api/v2/dora/deployments/{id}';
  return {
    ...sends('/api/v2/dora/deployment', 'sendDatadogDeployment', 'Send a deployment'),
    ...sends('/api/v2/dora/failure', 'sendDatadogFailure', 'Send an incident'),
    ...sends('/api/v2/dora/incident', 'sendDatadogIncident', 'Send an incident, as it was before'),
    [patched]: {
      patch: operation(patched, {
        operationId: 'patchDatadogDeployment',
        summary: 'Say whether a deployment failed, by the id that sending it answered',
        description,
        responses: { '202': { description: 'It is durable.' } },
      }),
    },
  };
}

const DEVLAKE_REQUESTS = [
  { rest: 'deployments', id: 'Deployment', summary: 'Register a deployment' },
  {
    rest: 'issues',
    id: 'Issue',
    summary: 'Register an issue; of the type INCIDENT it is an incident',
  },
  {
    rest: 'issue/{issueKey}/close',
    id: 'Close',
    summary: 'Close an issue: kept for its beginning to be added',
  },
  { rest: 'pull_requests', id: 'PullRequest', summary: 'Register a pull request' },
];

function devLakePaths(): ZodOpenApiPathsObject {
  return Object.fromEntries(
    DEVLAKE_PREFIXES.flatMap((prefix, place) =>
      DEVLAKE_CONNECTIONS.flatMap((connection, way) =>
        DEVLAKE_REQUESTS.map(({ rest, id, summary }) => {
          const path = `/${prefix}/${connection}/${rest}`.replaceAll(/:(\w+)/g, '{$1}');
          const described = {
            operationId: `registerDevLake${id}${place * DEVLAKE_CONNECTIONS.length + way + 1}`,
            summary,
            description: 'As the webhook plugin of Apache DevLake, with our token as the API key.',
            responses: jsonAnswer(
              '200',
              'It is durable, or nothing is measured of it.',
              devLakeAnswer,
            ),
          };
          return [path, { post: operation(path, described) }];
        }),
      ),
    ),
  );
}

function sleuthPaths(): ZodOpenApiPathsObject {
  const success = {
    '200': {
      description: 'It is durable.',
      content: {
        'text/plain': {
          schema: z.string().describe('`Success`, or why it does not count as it is.'),
        },
      },
    },
  };
  const deploy = '/api/1/deployments/{organisation}/{deployment}/register_deploy';
  const impact =
    '/api/1/deployments/{organisation}/{deployment}/{environment}/{source}/register_impact/{apiKey}';
  return {
    [deploy]: {
      post: operation(deploy, {
        operationId: 'registerSleuthDeploy',
        summary: 'Register a deploy',
        description:
          'As Sleuth’s API, with JSON or a form; the token may be `Authorization: apikey …` or the field `api_key`.',
        responses: success,
      }),
    },
    [impact]: {
      post: operation(impact, {
        operationId: 'registerSleuthImpact',
        summary: 'Register the impact of an incident',
        description: 'As Sleuth’s API; the token may be the last part of the address.',
        responses: success,
      }),
    },
  };
}

const gitLabDeployment = z.object({
  id: z.string().describe('What the update takes. Not a number, unlike GitLab’s own.'),
  iid: z.null(),
  ref: z.string(),
  sha: z.string(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  status: z.enum(['created', 'running', 'success', 'failed', 'canceled']),
  user: z.null(),
  environment: z.object({ id: z.null(), name: z.string() }),
  deployable: z.null(),
});

function gitLabPaths(): ZodOpenApiPathsObject {
  const description =
    'As GitLab’s deployments API, with JSON or a form; the token may be `PRIVATE-TOKEN` or `JOB-TOKEN`.';
  const create = '/api/v4/projects/{project}/deployments';
  const update = `${create}/{id}`;
  return {
    [create]: {
      post: operation(create, {
        operationId: 'createGitLabDeployment',
        summary: 'Create a deployment',
        description,
        responses: jsonAnswer('201', 'It is durable.', gitLabDeployment),
      }),
    },
    [update]: {
      put: operation(update, {
        operationId: 'updateGitLabDeployment',
        summary: 'Say what became of a deployment, by the id that creating it answered',
        description,
        responses: jsonAnswer('200', 'It is durable.', gitLabDeployment),
      }),
    },
  };
}
