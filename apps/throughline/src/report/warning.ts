import type { ReportWorld } from './report-world.js';

/**
 * One line on stderr, in the form that the CI system shows on the page of the job: nobody reads the
 * log of a job that succeeded.
 */
export function warn(text: string, { environment, output }: ReportWorld): void {
  const line = `throughline: ${text.replaceAll(/\s*\n\s*/g, ' ')}`;
  if (environment['GITHUB_ACTIONS'] === 'true') {
    // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-a-warning-message
    output.note(`::warning title=Throughline::${line.replaceAll('%', '%25')}`);
  } else if (environment['TF_BUILD'] !== undefined) {
    // https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
    output.note(`##vso[task.logissue type=warning]${line}`);
  } else {
    output.note(line);
  }
}
