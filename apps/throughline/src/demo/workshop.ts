import type { Agenda } from './agenda.js';
import type { Habits } from './company.js';
import type { Random } from './random.js';
import type { RepositoryHistory } from './repository-history.js';
import type { SampleEvent } from './sample-event.js';

/** What the people who work on one repository share. */
export interface Workshop {
  readonly agenda: Agenda;
  readonly random: Random;
  readonly history: RepositoryHistory;
  readonly habits: Habits;
  readonly people: readonly [string, ...string[]];
  readonly emit: (event: SampleEvent) => void;
  /** The number of the next change under review. */
  readonly nextChangeNumber: () => number;
}
