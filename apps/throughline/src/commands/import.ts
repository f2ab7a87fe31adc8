import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { defineImportFile } from './import-file.js';
import { defineImportGit } from './import-git.js';
import { defineImportGitHub } from './import-github.js';
import { defineImportGitLab } from './import-gitlab.js';

export function defineImport(program: Command, cli: Cli): void {
  const importing = program
    .command('import')
    .description('sends what is known already; safe to run again');
  defineImportGit(importing, cli);
  defineImportGitHub(importing, cli);
  defineImportGitLab(importing, cli);
  defineImportFile(importing, cli);
}
