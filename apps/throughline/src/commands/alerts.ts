import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { defineAlertsCheck } from './alerts-check.js';

export function defineAlerts(program: Command, cli: Cli): void {
  const alerts = program.command('alerts').description('what raises alerts');
  defineAlertsCheck(alerts, cli);
}
