/** Runs tasks in the order they come, each after the one before has ended. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();

  run<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(task);
    // A task that fails is its caller's to hear of; the next one runs all the same.
    this.last = result.catch(() => undefined);
    return result;
  }
}
