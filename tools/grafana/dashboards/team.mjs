import { alertHistory } from '../alert-panels.mjs';
import {
  dashboard,
  deploymentMarks,
  environmentVariable,
  intervalVariable,
  teamVariable,
} from '../dashboard.mjs';
import {
  failures,
  fiveNumbers,
  incidents,
  overTime,
  recoveryOverTime,
  restoreOverTime,
  services,
} from '../measures.mjs';
import { OF_TEAM } from '../sql.mjs';

export const team = dashboard({
  uid: 'throughline-team',
  title: 'Throughline: team',
  description:
    'Software delivery of one team. What a service did before it moved stays with the team it belonged to then.',
  from: 'now-90d',
  variables: [environmentVariable, teamVariable, intervalVariable],
  annotations: [
    deploymentMarks('Failed deployments', `failed AND ${OF_TEAM.things}`, {
      iconColor: 'red',
      enable: true,
    }),
  ],
  panels: [
    ...fiveNumbers(OF_TEAM),
    ...overTime(OF_TEAM),
    recoveryOverTime(OF_TEAM),
    restoreOverTime(OF_TEAM),
    services(OF_TEAM),
    failures(OF_TEAM),
    incidents(OF_TEAM),
    alertHistory(OF_TEAM),
  ],
});
