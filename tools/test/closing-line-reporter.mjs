/** Closes a run with one line that any reader of logs understands: what passed, failed and was skipped. */
export default class ClosingLineReporter {
  #line = '';

  constructor() {
    // jest writes its own summary after every other reporter was told; only the exit comes later.
    process.once('exit', () => process.stdout.write(this.#line));
  }

  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    this.#line = `\n${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`;
  }
}
