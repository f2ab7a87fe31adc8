import type { SurveyAnswer } from './survey-scale.js';

export type ClusterName = 'elite' | 'high' | 'medium' | 'low';

/** `primary`: read in the report itself. `secondary`: in an article about it. */
export type PublishedEvidence = 'primary' | 'secondary';

/** What was published of one cluster: its median answers, and its change fail rate from 0 to 1. */
export interface PublishedCluster {
  readonly name: ClusterName;
  readonly deploymentFrequency: SurveyAnswer;
  readonly changeLeadTime: SurveyAnswer;
  /** Until 2022 of the time to restore service, since 2023 of the failed deployment recovery time. */
  readonly recovery: SurveyAnswer;
  /** One of the survey's ranges until 2022, one value (twice) since 2023. */
  readonly changeFailRate: readonly [low: number, high: number];
  readonly evidence: PublishedEvidence;
}

/** One year's report. */
export interface DoraEdition {
  readonly kind: 'clusters';
  readonly id: string;
  /** How the levels are to be called wherever they are shown. */
  readonly title: string;
  /** Which of our metrics its recovery time is. */
  readonly recovery: 'timeToRestore' | 'recoveryTime';
  readonly source: string;
  /** Best first. Empty where the report has no such levels. */
  readonly clusters: readonly PublishedCluster[];
}

/**
 * DORA's clusters as published, from the report of each year that is known to have some; 2020 is not among
 * them. They are medians of groups found in that year's answers and no thresholds: groups share values, and
 * in 2024 the high cluster fails more often than the medium one.
 */
export const DORA_EDITIONS: readonly DoraEdition[] = [
  {
    ...edition(2019, 'timeToRestore'),
    source: 'Accelerate State of DevOps 2019, p. 18',
    clusters: [
      cluster('elite', 'primary', 6, 5, 6, [0, 0.15]),
      cluster('high', 'primary', 4, 4, 5, [0, 0.15]),
      cluster('medium', 'primary', 3, 3, 5, [0, 0.15]),
      cluster('low', 'primary', 2, 2, 3, [0.46, 0.6]),
    ],
  },
  {
    ...edition(2021, 'timeToRestore'),
    source: 'Accelerate State of DevOps 2021, p. 9–11',
    clusters: [
      cluster('elite', 'primary', 6, 6, 6, [0, 0.15]),
      cluster('high', 'primary', 3, 4, 5, [0.16, 0.3]),
      cluster('medium', 'primary', 2, 2, 4, [0.16, 0.3]),
      cluster('low', 'primary', 1, 1, 1, [0.16, 0.3]),
    ],
  },
  {
    // Three clusters only: no elite one emerged from that year's answers.
    ...edition(2022, 'timeToRestore'),
    source: 'https://octopus.com/blog/new-devops-performance-clusters',
    clusters: [
      cluster('high', 'secondary', 6, 4, 5, [0, 0.15]),
      cluster('medium', 'secondary', 3, 3, 4, [0.16, 0.3]),
      cluster('low', 'secondary', 2, 2, 3, [0.46, 0.6]),
    ],
  },
  {
    ...edition(2023, 'recoveryTime'),
    source:
      'elite: the infographic of the report of 2023; the others: https://octopus.com/blog/software-delivery-performance-clusters-2023',
    clusters: [
      cluster('elite', 'primary', 6, 5, 6, [0.05, 0.05]),
      cluster('high', 'secondary', 4, 4, 5, [0.1, 0.1]),
      cluster('medium', 'secondary', 3, 3, 4, [0.15, 0.15]),
      cluster('low', 'secondary', 3, 3, 2, [0.64, 0.64]),
    ],
  },
  {
    ...edition(2024, 'recoveryTime'),
    source: 'https://octopus.com/blog/2024-devops-performance-clusters',
    clusters: [
      cluster('elite', 'secondary', 6, 5, 6, [0.05, 0.05]),
      cluster('high', 'secondary', 4, 4, 5, [0.2, 0.2]),
      cluster('medium', 'secondary', 3, 3, 5, [0.1, 0.1]),
      cluster('low', 'secondary', 2, 2, 3, [0.4, 0.4]),
    ],
  },
  {
    // Distributions and seven team profiles took their place; a profile cannot be told from delivery alone.
    ...edition(2025, 'recoveryTime'),
    source: 'https://dora.dev/research/2025/dora-report/',
    clusters: [],
  },
];

function edition(year: number, recovery: DoraEdition['recovery']) {
  const id = `dora-${String(year)}`;
  return {
    kind: 'clusters',
    id,
    title: `${String(year)} DORA cluster medians (reference)`,
    recovery,
  } as const;
}

function cluster(
  name: ClusterName,
  evidence: PublishedEvidence,
  deploymentFrequency: SurveyAnswer,
  changeLeadTime: SurveyAnswer,
  recovery: SurveyAnswer,
  changeFailRate: readonly [number, number],
): PublishedCluster {
  return { name, deploymentFrequency, changeLeadTime, recovery, changeFailRate, evidence };
}
