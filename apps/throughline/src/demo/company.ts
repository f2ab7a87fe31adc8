/** How a team brings changes to production. All durations are hours of work. */
export interface Habits {
  /** One commit on the main line a change, or the branch's commits and a merge commit. */
  readonly merging: 'squash' | 'merge';
  readonly commitsPerChange: readonly [number, number];
  readonly coding: readonly [number, number];
  /** From opened to the first review. */
  readonly pickup: readonly [number, number];
  readonly review: readonly [number, number];
  readonly release: ReleaseHabit;
  readonly rolloutMinutes: readonly [number, number];
  /** The share of deployments to production that do not finish. */
  readonly failedRollouts: number;
  /** The share of deployments to production that hurt somebody. */
  readonly harmful: number;
  readonly rollsBack: number;
  /** Days of the sample, from and to, in which things go wrong more often. */
  readonly badDays?: readonly [number, number];
}

export type ReleaseHabit =
  /** Every change by itself, as soon as it passed staging. */
  | { readonly kind: 'continuous' }
  /** All that is there, on one weekday (Monday is 1) every so many weeks. */
  | { readonly kind: 'train'; readonly weekday: number; readonly everyWeeks: number };

export interface ServicePlan {
  readonly name: string;
  readonly extension: string;
  readonly tier: number;
  readonly changesPerDay: number;
  /** Its folders and globs in the repository; the first is where its own code lives. */
  readonly folders: readonly [string, ...string[]];
  readonly subjects: readonly [string, ...string[]];
  readonly symptoms: readonly [string, ...string[]];
  /** Where it is not the team's habit: not at all yet, or tried once, on that day of the sample. */
  readonly deployed?: 'never' | { readonly onceOnDay: number };
  /** Day of the sample; long before it where absent. */
  readonly onboardedOnDay?: number;
}

export interface RepositoryPlan {
  readonly name: string;
  readonly services: readonly ServicePlan[];
}

export interface TeamPlan {
  readonly name: string;
  readonly people: readonly [string, ...string[]];
  readonly habits: Habits;
  readonly repositories: readonly RepositoryPlan[];
}
