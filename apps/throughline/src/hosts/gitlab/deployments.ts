import { z } from 'zod';
import type { HostClient } from '../host-client.js';
import type { ImportedDelivery, ImportPart } from '../import-part.js';
import { readItems, unlessWithheld } from '../read-items.js';
import { deliveryOf, type GitLabChoice, latestFirst } from './gitlab-project.js';

const user = z.looseObject({}).nullish();

/** https://docs.gitlab.com/api/deployments/#list-project-deployments */
const deploymentSchema = z.object({
  id: z.int(),
  sha: z.string(),
  ref: z.string().nullish(),
  status: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  user,
  environment: z.object({ name: z.string() }),
  /** The job that made it; the API made those without. */
  deployable: z
    .object({
      id: z.int(),
      name: z.string(),
      stage: z.string().nullish(),
      ref: z.string().nullish(),
      tag: z.boolean().nullish(),
      created_at: z.string(),
      started_at: z.string().nullish(),
      finished_at: z.string().nullish(),
      user,
      pipeline: z.object({ id: z.int() }).nullish(),
    })
    .nullish(),
});

type Deployment = z.output<typeof deploymentSchema>;

type Job = NonNullable<Deployment['deployable']>;

const environmentSchema = z.object({ name: z.string(), tier: z.string().nullish() });

const pipelineSchema = z.object({ pipeline: z.object({ name: z.string().nullish() }) });

/** Nothing was deployed before. */
const EVER = '1970-01-01T00:00:00Z';

/**
 * Deployments, each as the job that made it would have told: a webhook tells the same of the deployment
 * itself, but not when it began nor what rules about jobs and pipelines go by.
 */
export function deploymentsPart(
  host: Pick<HostClient, 'all' | 'get'>,
  choice: GitLabChoice,
): ImportPart {
  const { project } = choice;
  const names = new Map<number, string | undefined>();
  let tiers: ReadonlyMap<string, string | null | undefined> | undefined;

  /** What environments are for, which no list of deployments tells. */
  async function readTiers(): Promise<ReadonlyMap<string, string | null | undefined>> {
    const list = await host.all(`/projects/${project.id}/environments?per_page=100`);
    const { items } = readItems(environmentSchema, 'an environment', list);
    return new Map(items.map(({ name, tier }) => [name, tier]));
  }

  async function nameOfPipeline({ pipeline }: Job): Promise<string | undefined> {
    if (!pipeline) return undefined;
    if (!names.has(pipeline.id)) {
      // Old pipelines are deleted where somebody set that up, and leave their deployments behind.
      const told = await unlessWithheld(`pipeline ${pipeline.id}`, async () => ({
        pipeline: await host.get(`/projects/${project.id}/pipelines/${pipeline.id}`),
      }));
      names.set(pipeline.id, pipelineSchema.safeParse(told).data?.pipeline.name ?? undefined);
    }
    return names.get(pipeline.id);
  }

  async function delivery(told: Deployment): Promise<ImportedDelivery> {
    const { deployable: job, environment, status } = told;
    const tier = tiers?.get(environment.name);
    if (!job) {
      return deliveryOf('deployment', project, {
        status,
        status_changed_at: status === 'running' ? told.created_at : told.updated_at,
        deployment_id: told.id,
        environment: environment.name,
        environment_tier: tier,
        ref: told.ref,
        user: told.user,
        commit_url: `${project.web_url}/-/commit/${told.sha}`,
      });
    }
    return deliveryOf('build', project, {
      build_id: job.id,
      build_name: job.name,
      build_stage: job.stage,
      build_status: status,
      build_created_at: job.created_at,
      build_started_at: job.started_at,
      build_finished_at: job.finished_at ?? told.updated_at,
      ref: job.ref,
      tag: job.tag,
      sha: told.sha,
      user: job.user ?? told.user,
      commit: { name: await nameOfPipeline(job) },
      environment: { name: environment.name, action: 'start', deployment_tier: tier },
    });
  }

  return {
    name: 'deployments',
    // GitLab wants this order and its filter together, or neither.
    firstPage: latestFirst({ project, since: choice.since ?? EVER }, 'deployments'),
    async read(list) {
      const { items, unread } = readItems(deploymentSchema, 'a deployment', list);
      if (items.length > 0) tiers ??= await readTiers();
      const deliveries = [];
      for (const told of items) deliveries.push(await delivery(told));
      return { deliveries, events: [], unread, isEnough: false };
    },
  };
}
