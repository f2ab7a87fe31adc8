/** A commit as git has it. */
export interface GitCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  /** Unix seconds as git read them; NaN where the commit's date is damaged. */
  readonly authoredAt: number;
  readonly committedAt: number;
  readonly authorEmail: string;
  readonly authorName: string;
  /** Unlike the rest it leaves this machine only as the commits that it takes back. */
  readonly message: string;
  /** The files that differ from the first parent; `undefined` when there are too many to list. */
  readonly paths: readonly string[] | undefined;
}
