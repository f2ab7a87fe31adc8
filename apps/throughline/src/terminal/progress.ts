/** How far long work has come. */
export interface Progress {
  advance(by: number): void;
  /** Must be called, whether the work was done or failed: it gives the terminal back. */
  stop(): void;
}
