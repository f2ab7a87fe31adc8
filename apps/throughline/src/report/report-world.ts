import type { Cli } from '../cli.js';
import type { Output } from '../terminal/output.js';

/** What a report has of the world around it: less than other commands, so that it starts at once. */
export interface ReportWorld extends Pick<Cli, 'environment' | 'workingDirectory'> {
  readonly output: Pick<Output, 'print' | 'note'>;
}
