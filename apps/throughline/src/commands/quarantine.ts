import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { defineQuarantineDiscard } from './quarantine-discard.js';
import { defineQuarantineList } from './quarantine-list.js';
import { defineQuarantineRetry } from './quarantine-retry.js';
import { defineQuarantineShow } from './quarantine-show.js';

export function defineQuarantine(program: Command, cli: Cli): void {
  const quarantine = program
    .command('quarantine')
    .description('what was sent and could not be used');
  defineQuarantineList(quarantine, cli);
  defineQuarantineShow(quarantine, cli);
  defineQuarantineRetry(quarantine, cli);
  defineQuarantineDiscard(quarantine, cli);
}
