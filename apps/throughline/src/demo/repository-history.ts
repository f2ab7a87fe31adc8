import { createHash } from 'node:crypto';
import type { Instant } from '@throughline/events';
import type { SampleCommit, SampleEvent } from './sample-event.js';

export interface NewCommit {
  readonly parents: readonly string[];
  readonly authoredAt: Instant;
  readonly committedAt: Instant;
  readonly author: string;
  readonly paths: readonly string[];
  readonly branch?: string;
}

/** One repository as it grows: its commits, and where its main line is. */
export class RepositoryHistory {
  private head = '';
  private commits = 0;

  constructor(
    readonly name: string,
    private readonly seed: string,
    private readonly emit: (event: SampleEvent) => void,
  ) {}

  /** The newest commit of the main line. */
  get tip(): string {
    return this.head;
  }

  commit({ parents, paths, ...facts }: NewCommit): string {
    this.commits += 1;
    const sha = createHash('sha1')
      .update(`${this.seed}/${this.name}/${this.commits}`)
      .digest('hex');
    const commit: SampleCommit = {
      type: 'commit',
      repository: this.name,
      sha,
      parents: [...parents],
      paths: [...paths],
      ...facts,
    };
    this.emit(commit);
    return sha;
  }

  /** A commit right on the main line. */
  commitToMain(commit: Omit<NewCommit, 'parents' | 'branch'>): string {
    const parents = this.head === '' ? [] : [this.head];
    this.head = this.commit({ ...commit, parents, branch: 'main' });
    return this.head;
  }

  /** Brings a branch to the main line by a merge commit. */
  mergeToMain(branchHead: string, commit: Omit<NewCommit, 'parents' | 'branch'>): string {
    this.head = this.commit({ ...commit, parents: [this.head, branchHead], branch: 'main' });
    return this.head;
  }
}
