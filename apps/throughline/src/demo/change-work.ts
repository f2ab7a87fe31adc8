import type { Instant } from '@throughline/events';
import type { ServicePlan } from './company.js';
import type { SampleChange } from './sample-event.js';
import { changeTitle, touchedPaths } from './wording.js';
import { afterWork, DAY, isWorkingDay, MINUTE } from './working-time.js';
import type { Workshop } from './workshop.js';

/** The share of changes that are given up under review. */
const GIVEN_UP = 0.04;

/** People write changes to one service, have them reviewed and merge them. */
export class ChangeWork {
  constructor(
    private readonly workshop: Workshop,
    private readonly service: ServicePlan,
    /** Told of each commit that the main line gets. */
    private readonly onMerged: () => void,
  ) {}

  /** Plans the changes of every working day from `start` on. */
  plan(start: Instant, end: Instant): void {
    const { agenda, random } = this.workshop;
    for (let day = start; day < end; day += DAY) {
      if (!isWorkingDay(day)) continue;
      const { changesPerDay } = this.service;
      const changes = Math.floor(changesPerDay) + (random.chance(changesPerDay % 1) ? 1 : 0);
      for (let index = 0; index < changes; index += 1) {
        agenda.schedule(afterWork(day, random.between(0.1, 8)), () => {
          this.begin();
        });
      }
    }
  }

  private begin(): void {
    const { agenda, random, history, habits, people } = this.workshop;
    const author = random.pick(people);
    const base = history.tip;
    const startedAt = agenda.now;
    const writtenAt = this.commitTimes(startedAt);
    const readyAt = (writtenAt.at(-1) ?? startedAt) + Math.round(random.between(2, 20)) * MINUTE;
    agenda.schedule(readyAt, () => {
      const shas = habits.merging === 'merge' ? this.writeBranch(base, writtenAt, author) : [];
      this.review(author, startedAt, shas);
    });
  }

  private commitTimes(startedAt: Instant): Instant[] {
    const { random, habits } = this.workshop;
    const count = random.whole(...habits.commitsPerChange);
    const hours = random.between(...habits.coding) / count;
    return Array.from({ length: count }, (_, index) => afterWork(startedAt, hours * (index + 1)));
  }

  /** The branch as it is pushed: each commit on the one before, the first on the main line of then. */
  private writeBranch(base: string, writtenAt: readonly Instant[], author: string): string[] {
    const { random, history } = this.workshop;
    const shas: string[] = [];
    for (const at of writtenAt) {
      const parents = [shas.at(-1) ?? base];
      const paths = touchedPaths(this.service, random);
      shas.push(history.commit({ parents, authoredAt: at, committedAt: at, author, paths }));
    }
    return shas;
  }

  private review(author: string, startedAt: Instant, shas: readonly string[]): void {
    const { agenda, random, history, habits, emit, nextChangeNumber } = this.workshop;
    const number = nextChangeNumber();
    const openedAt = agenda.now;
    const firstReviewAt = afterWork(openedAt, random.between(...habits.pickup));
    const approvedAt = afterWork(firstReviewAt, random.between(...habits.review));
    const doneAt = afterWork(approvedAt, random.between(0.05, 1));
    const headSha = shas.at(-1);
    const change: SampleChange = {
      type: 'change',
      repository: history.name,
      number,
      openedAt,
      author,
      commits: [...shas],
      ...(headSha === undefined ? {} : { headSha }),
      branch: `${author}/${this.service.name}-${number}`,
      title: changeTitle(this.service, random),
      url: `https://git.northwind.example/${history.name}/pulls/${number}`,
    };
    emit(change);
    const givenUp = random.chance(GIVEN_UP);
    agenda.schedule(doneAt, () => {
      if (givenUp) {
        emit({ ...change, firstReviewAt, closedAt: doneAt });
        return;
      }
      const mergeSha = this.merge(author, startedAt, shas);
      const commits = shas.length === 0 ? [mergeSha] : [...shas];
      emit({ ...change, commits, firstReviewAt, approvedAt, mergedAt: doneAt, mergeSha });
      this.onMerged();
    });
  }

  private merge(author: string, startedAt: Instant, shas: readonly string[]): string {
    const { agenda, random, history } = this.workshop;
    const paths = touchedPaths(this.service, random);
    const committedAt = agenda.now;
    const head = shas.at(-1);
    return head === undefined
      ? history.commitToMain({ authoredAt: startedAt, committedAt, author, paths })
      : history.mergeToMain(head, { authoredAt: committedAt, committedAt, author, paths });
  }
}
