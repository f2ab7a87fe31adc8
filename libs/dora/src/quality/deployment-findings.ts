import type { FinishedDeployment } from '../facts/facts.js';
import type { QualityCheckName } from './quality-checks.js';
import type { QualityCoverageName } from './quality-coverage.js';

/** A finished deployment and what is known of the commits that it names. */
export interface NamedCommits extends Pick<
  FinishedDeployment,
  'status' | 'startedAt' | 'finishedAt'
> {
  /** The commits that it names or its artifacts were built from, in all its repositories. */
  readonly named: number;
  /** Those of them that are not known. */
  readonly unknown: readonly string[];
  /** The artifacts that it names. */
  readonly artifactsNamed: number;
  /** Those of them that no build is known of. */
  readonly unbuilt: readonly string[];
  readonly baseline: boolean;
  /** Its repository is named by it or its service, or follows from its commit. */
  readonly hasRepository: boolean;
}

type Name = QualityCheckName | QualityCoverageName;

interface DeploymentFinding {
  /** The deployments among which it is looked for. */
  readonly among: (deployment: NamedCommits) => boolean;
  /** Whether it is found of one of those. */
  readonly is: (deployment: NamedCommits) => boolean;
}

const any = () => true;
const succeeded = ({ status }: NamedCommits) => status === 'succeeded';

/** What is looked for among finished deployments. */
export const DEPLOYMENT_FINDINGS = {
  deployment_commit_unknown: {
    among: ({ named }) => named > 0,
    is: ({ unknown }) => unknown.length > 0,
  },
  deployment_without_commit: { among: any, is: ({ named }) => named === 0 },
  deployment_artifact_unbuilt: {
    among: ({ artifactsNamed }) => artifactsNamed > 0,
    is: ({ unbuilt }) => unbuilt.length > 0,
  },
  deployment_ships_unknown: {
    among: succeeded,
    is: ({ named, unknown }) => unknown.length === named,
  },
  clock_deployment_finished_before_started: {
    among: ({ startedAt }) => startedAt !== undefined,
    is: ({ startedAt, finishedAt }) => startedAt !== undefined && finishedAt < startedAt,
  },
  baseline_in_window: { among: succeeded, is: ({ baseline }) => baseline },
  deployment_start_unknown: { among: any, is: ({ startedAt }) => startedAt === undefined },
  deployment_repository_unknown: { among: any, is: ({ hasRepository }) => !hasRepository },
} as const satisfies Readonly<Partial<Record<Name, DeploymentFinding>>>;
