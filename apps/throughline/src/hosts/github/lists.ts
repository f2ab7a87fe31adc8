import { z } from 'zod';
import type { ImportPart } from '../import-part.js';
import { readItems } from '../read-items.js';
import { deliveryOf, type GitHubChoice, isBefore } from './github-repository.js';

// Lists whose entries are what the webhook carries, without anything to ask for besides.

const dated = z.looseObject({ created_at: z.string() });

/** Issues that changed; which of them are incidents is for the platform's rules. */
export function issuesPart({ repository, since }: GitHubChoice): ImportPart {
  const query = new URLSearchParams({
    ...{ state: 'all', sort: 'updated', direction: 'desc', per_page: '100' },
    ...(since && { since }),
  });
  return {
    name: 'issues',
    firstPage: `/repos/${repository.full_name}/issues?${query.toString()}`,
    read: (list) => {
      const { items, unread } = readItems(dated, 'an issue', list);
      const deliveries = items.map((issue) =>
        deliveryOf('issues', repository, { action: 'edited', issue }),
      );
      return Promise.resolve({ deliveries, events: [], unread, isEnough: false });
    },
  };
}

/** Runs of workflows; which of them are deployments is for the platform's rules. */
export function runsPart({ repository, since }: GitHubChoice): ImportPart {
  return {
    name: 'runs',
    firstPage: `/repos/${repository.full_name}/actions/runs?per_page=100`,
    list: 'workflow_runs',
    read: (list) => {
      const { items, unread } = readItems(dated, 'a run of a workflow', list);
      const wanted = items.filter(({ created_at: createdAt }) => !isBefore(createdAt, since));
      const deliveries = wanted.map((run) =>
        deliveryOf('workflow_run', repository, {
          action: run['status'] === 'completed' ? 'completed' : 'in_progress',
          workflow_run: run,
        }),
      );
      const isEnough = wanted.length < items.length;
      return Promise.resolve({ deliveries, events: [], unread, isEnough });
    },
  };
}

/** Only for who deploys by releasing: where deployments are told besides, each would count twice. */
export function releasesPart({ repository, since }: GitHubChoice): ImportPart {
  return {
    name: 'releases',
    firstPage: `/repos/${repository.full_name}/releases?per_page=100`,
    read: (list) => {
      const { items, unread } = readItems(dated, 'a release', list);
      const wanted = items.filter(({ created_at: createdAt }) => !isBefore(createdAt, since));
      const deliveries = wanted
        .filter((release) => release['draft'] !== true)
        .map((release) => deliveryOf('release', repository, { action: 'published', release }));
      const isEnough = wanted.length < items.length;
      return Promise.resolve({ deliveries, events: [], unread, isEnough });
    },
  };
}
