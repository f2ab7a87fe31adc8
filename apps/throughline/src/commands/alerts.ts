import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { defineAlertsCheck } from './alerts-check.js';
import { defineAlertsList } from './alerts-list.js';
import { defineAlertsShow } from './alerts-show.js';

export function defineAlerts(program: Command, cli: Cli): void {
  const alerts = program.command('alerts').description('what was raised, why, and by which rules');
  defineAlertsList(alerts, cli);
  defineAlertsShow(alerts, cli);
  defineAlertsCheck(alerts, cli);
}
