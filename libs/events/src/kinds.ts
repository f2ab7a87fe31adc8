import type { z } from 'zod';
import type { Vocabulary } from './vocabulary.js';
import { TOPICS, type Topic } from './topics.js';
import { activity, withdrawnActivity } from './types/activity.js';
import { artifact, withdrawnArtifact } from './types/artifact.js';
import { change, withdrawnChange } from './types/change.js';
import { commit, withdrawnCommit } from './types/commit.js';
import { deployment, withdrawnDeployment } from './types/deployment.js';
import { feedback, withdrawnFeedback } from './types/feedback.js';
import { incident, withdrawnIncident } from './types/incident.js';
import { review, withdrawnReview } from './types/review.js';
import { service, withdrawnService } from './types/service.js';
import { verdict, withdrawnVerdict } from './types/verdict.js';

/** The rules of one type of event. */
export interface EventKind {
  readonly topic: Topic;
  /** What it states, in a sentence for the documentation. */
  readonly summary: string;
  /** The fields that name the thing: two events with the same ones speak of the same thing. */
  readonly identity: readonly string[];
  /** The fields that hold a time: the latest of them is when the event was true. */
  readonly times: readonly string[];
  /**
   * The field whose value decides the partition, first one present. The repository comes first
   * wherever there is one, because commits and deployments of one repository are related.
   */
  readonly partitionBy: readonly string[];
  /** Whether earlier versions stay facts beside the newest one: what was true then, or was said. */
  readonly keepsEveryVersion?: true;
  readonly stated: (v: Vocabulary) => z.ZodType;
  readonly withdrawn: (v: Vocabulary) => z.ZodType;
}

export const KINDS = {
  commit: {
    topic: TOPICS.commits,
    summary: 'A commit of a repository, with its parents.',
    identity: ['repository', 'sha'],
    times: ['authoredAt', 'committedAt'],
    partitionBy: ['repository'],
    stated: commit,
    withdrawn: withdrawnCommit,
  },
  // Beside the commits, and with the key of theirs: a build is told of after the push it was made of,
  // so where both come from one pipeline the commit is mostly there first.
  artifact: {
    topic: TOPICS.commits,
    summary: 'What a build made, and the commit it was made of.',
    identity: ['artifact'],
    times: ['builtAt'],
    partitionBy: ['repository'],
    stated: artifact,
    withdrawn: withdrawnArtifact,
  },
  change: {
    topic: TOPICS.changes,
    summary: 'A pull or merge request and how far it has come.',
    identity: ['repository', 'number'],
    times: ['openedAt', 'readyAt', 'firstReviewAt', 'approvedAt', 'mergedAt', 'closedAt'],
    partitionBy: ['repository'],
    stated: change,
    withdrawn: withdrawnChange,
  },
  review: {
    topic: TOPICS.changes,
    summary: 'A step of the review of a change: it was called ready, looked at or approved.',
    identity: ['repository', 'number', 'id'],
    times: ['at'],
    partitionBy: ['repository'],
    stated: review,
    withdrawn: withdrawnReview,
  },
  deployment: {
    topic: TOPICS.deployments,
    summary: 'A deployment of a service to an environment and how it went.',
    identity: ['service', 'environment', 'id'],
    times: ['startedAt', 'finishedAt'],
    partitionBy: ['repository', 'service'],
    stated: deployment,
    withdrawn: withdrawnDeployment,
  },
  verdict: {
    topic: TOPICS.deployments,
    summary: 'A person’s word on a deployment: whether it failed its users, who says so and why.',
    identity: ['service', 'environment', 'deploymentId'],
    times: ['at'],
    partitionBy: ['service'],
    keepsEveryVersion: true,
    stated: verdict,
    withdrawn: withdrawnVerdict,
  },
  incident: {
    topic: TOPICS.incidents,
    summary: 'An incident and how far it has come.',
    identity: ['source', 'id'],
    times: ['openedAt', 'acknowledgedAt', 'resolvedAt'],
    partitionBy: ['id'],
    stated: incident,
    withdrawn: withdrawnIncident,
  },
  service: {
    topic: TOPICS.catalog,
    summary: 'A service of the catalogue: whose it is and where its code lives.',
    identity: ['name'],
    times: ['onboardedAt'],
    partitionBy: ['repository', 'name'],
    keepsEveryVersion: true,
    stated: service,
    withdrawn: withdrawnService,
  },
  activity: {
    topic: TOPICS.activity,
    summary: 'Somebody used the platform.',
    identity: ['source', 'id'],
    times: ['at'],
    partitionBy: ['id'],
    stated: activity,
    withdrawn: withdrawnActivity,
  },
  feedback: {
    topic: TOPICS.activity,
    summary: 'An answer to a question about the platform.',
    identity: ['source', 'id'],
    times: ['at'],
    partitionBy: ['id'],
    stated: feedback,
    withdrawn: withdrawnFeedback,
  },
} as const satisfies Record<string, EventKind>;
