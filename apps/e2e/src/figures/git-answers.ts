import { z } from 'zod';

const whenAny = z.number().optional();

/**
 * What git answers about a history, deployments in the order of time. Lead times are in seconds, over what is not a
 * merge; quantile q of n sorted values is the one at index floor(q·n). The total leaves out the first deployment, the
 * baseline.
 */
export const gitAnswersSchema = z.object({
  total: z.object({
    deployments: z.int(),
    nonMergeCommits: z.int(),
    medianLeadSeconds: whenAny,
    p90LeadSeconds: whenAny,
    sumLeadSeconds: whenAny,
  }),
  deployments: z.array(
    z.object({
      id: z.string(),
      commits: z.int().describe('First shipped by it, merges included.'),
      merges: z.int(),
      medianLeadSeconds: whenAny,
      p90LeadSeconds: whenAny,
      sumLeadSeconds: whenAny,
    }),
  ),
});

export type GitAnswers = z.output<typeof gitAnswersSchema>;
