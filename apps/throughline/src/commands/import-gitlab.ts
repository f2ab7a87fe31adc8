import type { Command } from 'commander';
import { withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { WrongWords } from '../command-failure.js';
import {
  DEFAULT_GITLAB_PARTS,
  GITLAB_PARTS,
  gitlabHost,
  gitlabImport,
} from '../hosts/gitlab/import-gitlab.js';
import { type HostImportOptions, importRepository, withHostImportOptions } from './import-host.js';

export function defineImportGitLab(importing: Command, cli: Cli): void {
  const command = importing
    .command('gitlab')
    .description(
      'what GitLab’s webhooks would have told: for before there were any, or while they failed',
    )
    .argument('<project>', 'acme/shop, with every group it is in');
  withHostImportOptions(command, {
    parts: GITLAB_PARTS,
    defaultParts: DEFAULT_GITLAB_PARTS,
    api: 'https://gitlab.com/api/v4',
    ownHost: 'a GitLab of your own, with its /api/v4',
  })
    .option('--json', 'print what was done as JSON')
    .addHelpText('after', '\nThe token is read from GITLAB_TOKEN.');
  withApiOptions(command, cli).action(async (project: string, options: HostImportOptions) => {
    const host = gitlabHost(options.api, tokenOf(cli));
    await importRepository(gitlabImport(host), project, options, cli);
  });
}

function tokenOf({ environment }: Cli): string {
  const token = environment['GITLAB_TOKEN'];
  if (token) return token;
  throw new WrongWords(
    'GITLAB_TOKEN is not set: make a token at GitLab with the scope read_api, and set it',
  );
}
