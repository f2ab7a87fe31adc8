import { CommandFailure } from '../command-failure.js';
import type { GitCommit } from './git-commit.js';

/** What one event may carry; a commit that touches more says nothing about paths. */
const MOST_PATHS = 10_000;
const MOST_PATH_BYTES = 4 * 1024 * 1024;

const FIELDS = 7;

/**
 * Reads `git log -z --name-only --format=FORMAT`, in which everything ends with a NUL, the one
 * byte that neither a path nor a name nor a message can contain:
 *
 *     NUL sha NUL parents NUL … message NUL [ LF path NUL path NUL … ]
 *
 * A path is never empty, so an empty token where a path could be is the start of the next commit.
 * The line feed before the first path is git's own; a path may begin with another.
 */
export class CommitLogParser {
  static readonly FORMAT = '%x00%H%x00%P%x00%at%x00%ct%x00%ae%x00%an%x00%B';

  private unfinished: Buffer = Buffer.alloc(0);
  private fields: string[] | undefined;
  private paths: string[] = [];
  private pathCount = 0;
  private pathBytes = 0;

  *push(chunk: Buffer): Generator<GitCommit> {
    const bytes = this.unfinished.length === 0 ? chunk : Buffer.concat([this.unfinished, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
      yield* this.take(bytes.subarray(start, end));
      start = end + 1;
    }
    this.unfinished = bytes.subarray(start);
  }

  *end(): Generator<GitCommit> {
    if (this.unfinished.length > 0 || (this.fields !== undefined && this.fields.length < FIELDS)) {
      throw new CommandFailure(
        'git log ended in the middle of a commit: is the repository whole? `git fsck` tells',
      );
    }
    yield* this.finishCommit();
  }

  private *take(token: Buffer): Generator<GitCommit> {
    if (this.fields === undefined) {
      this.fields = [];
    } else if (this.fields.length < FIELDS) {
      // Bytes that are no UTF-8 become U+FFFD: an author is only hashed, a path only matched.
      this.fields.push(token.toString('utf8'));
    } else if (token.length === 0) {
      yield* this.finishCommit();
      this.fields = [];
    } else {
      this.addPath(this.pathCount === 0 ? token.subarray(1) : token);
    }
  }

  private addPath(path: Buffer): void {
    this.pathCount += 1;
    this.pathBytes += path.length;
    if (this.hasTooManyPaths()) this.paths = [];
    else this.paths.push(path.toString('utf8'));
  }

  private hasTooManyPaths(): boolean {
    return this.pathCount > MOST_PATHS || this.pathBytes > MOST_PATH_BYTES;
  }

  private *finishCommit(): Generator<GitCommit> {
    if (this.fields === undefined) return;
    const [
      sha = '',
      parents = '',
      authored = '',
      committed = '',
      email = '',
      name = '',
      message = '',
    ] = this.fields;
    yield {
      sha,
      parents: parents === '' ? [] : parents.split(' '),
      authoredAt: seconds(authored),
      committedAt: seconds(committed),
      authorEmail: email,
      authorName: name,
      message,
      paths: this.hasTooManyPaths() ? undefined : this.paths,
    };
    this.paths = [];
    this.pathCount = 0;
    this.pathBytes = 0;
  }
}

function seconds(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}
