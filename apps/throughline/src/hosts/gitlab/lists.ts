import { z } from 'zod';
import type { HostClient } from '../host-client.js';
import type { ImportPart } from '../import-part.js';
import { readItems, unlessWithheld } from '../read-items.js';
import { deliveryOf, type GitLabChoice, latestFirst } from './gitlab-project.js';

/** https://docs.gitlab.com/api/issues/#list-project-issues */
const issueSchema = z.looseObject({
  web_url: z.string().nullish(),
  labels: z.array(z.string()).nullish(),
  /** `INCIDENT`, `UNKNOWN`: the API shouts where the webhook does not. */
  type: z.string().nullish(),
  severity: z.string().nullish(),
});

/** Issues; which of them are incidents is for the platform's rules. */
export function issuesPart(choice: GitLabChoice): ImportPart {
  return {
    name: 'issues',
    firstPage: latestFirst(choice, 'issues', { state: 'all', scope: 'all' }),
    read: (list) => {
      const { items, unread } = readItems(issueSchema, 'an issue', list);
      const deliveries = items.map(({ labels, type, severity, web_url: url, ...issue }) =>
        deliveryOf('issue', choice.project, {
          labels: (labels ?? []).map((title) => ({ title })),
          object_attributes: {
            ...issue,
            ...{ url, type: type?.toLowerCase(), severity: severity?.toLowerCase() },
          },
        }),
      );
      return Promise.resolve({ deliveries, events: [], unread, isEnough: false });
    },
  };
}

const pipelineSchema = z.object({ id: z.int() });

/** https://docs.gitlab.com/api/pipelines/#get-a-single-pipeline: no list tells when one ended, or of tags. */
const wholePipelineSchema = z.looseObject({ user: z.unknown(), web_url: z.string().nullish() });

/** Pipelines, where rules call some of them deployments: each takes a request of its own. */
export function pipelinesPart(host: Pick<HostClient, 'get'>, choice: GitLabChoice): ImportPart {
  const { project } = choice;
  return {
    name: 'pipelines',
    firstPage: latestFirst(choice, 'pipelines', { scope: 'finished' }),
    async read(list) {
      const { items, unread } = readItems(pipelineSchema, 'a pipeline', list);
      const whole: unknown[] = [];
      const gone: string[] = [];
      for (const { id } of items) {
        const told = await unlessWithheld(`pipeline ${id}`, async () => ({
          pipeline: await host.get(`/projects/${project.id}/pipelines/${id}`),
        }));
        if ('unread' in told) gone.push(...told.unread);
        else whole.push(told.pipeline);
      }
      const read = readItems(wholePipelineSchema, 'a pipeline', whole);
      const deliveries = read.items.map(({ user, web_url: url, ...pipeline }) =>
        deliveryOf('pipeline', project, { user, object_attributes: { ...pipeline, url } }),
      );
      return {
        deliveries,
        events: [],
        unread: [...unread, ...gone, ...read.unread],
        isEnough: false,
      };
    },
  };
}
