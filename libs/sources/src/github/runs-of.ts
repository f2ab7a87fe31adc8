import { deploymentTargets, NO_DEPLOYMENT } from '../mapping/deployment-targets.js';
import type { Run } from '../mapping/deployment-rule.js';
import type { Mapping } from '../mapping/mapping.js';
import { events, ignored, type Normalised } from '../source.js';

/** https://docs.github.com/rest/actions/workflow-runs: the conclusions of runs and of jobs. */
const STATUS_OF_CONCLUSION = new Map([
  ['success', 'succeeded'],
  ['failure', 'failed'],
  ['timed_out', 'failed'],
  ['startup_failure', 'failed'],
  ['cancelled', 'cancelled'],
]);

/** A run of a workflow or a job in it. */
interface ToldRun {
  readonly status?: string | null | undefined;
  readonly conclusion?: string | null | undefined;
  readonly ran: Run;
  /** What is true of it however it ends. */
  readonly said: {
    readonly source: string;
    readonly id: string;
    readonly updatedAt: string;
  } & Readonly<Record<string, unknown>>;
  readonly finishedAt: string;
}

/** The deployments that a run was, if a rule says that it was any. */
export function runsOf(
  mapping: Mapping,
  { status, conclusion, ran, said, finishedAt }: ToldRun,
): Normalised {
  if (status !== 'in_progress' && status !== 'completed') {
    return ignored(`"${status ?? 'no status'}": it has not begun`);
  }
  const targets = deploymentTargets(mapping, ran, 'unknown');
  if (targets.length === 0) return ignored(NO_DEPLOYMENT);
  const outcome =
    status === 'in_progress' ? status : STATUS_OF_CONCLUSION.get(conclusion ?? 'none');
  return events(
    ...targets.map((target) => {
      const deployment = { type: 'deployment' as const, ...said, ...target };
      // Skipped, neutral, stale, or waiting for somebody's consent: nothing went out, and what was said to
      // be on its way is withdrawn until it begins.
      if (outcome === undefined) return { ...deployment, retracted: true };
      if (outcome === 'in_progress') return { ...deployment, status: outcome };
      return { ...deployment, status: outcome, finishedAt };
    }),
  );
}
