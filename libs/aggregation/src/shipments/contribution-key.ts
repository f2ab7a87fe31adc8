import type { Contribution } from '@throughline/store';

/** A contribution as one text: equal when the same deployment gives the same at the same time. */
export function contributionKey(contribution: Contribution): string {
  const { service, environment, deploymentId, repository, sha, finishedAt } = contribution;
  return JSON.stringify([service, environment, deploymentId, repository, sha, finishedAt]);
}
