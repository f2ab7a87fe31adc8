import {
  dashboard,
  deploymentMarks,
  environmentVariable,
  intervalVariable,
  teamsVariable,
} from '../dashboard.mjs';
import {
  failures,
  fiveNumbers,
  overTime,
  recoveryOverTime,
  restoreOverTime,
  services,
} from '../measures.mjs';
import { OF_TEAMS } from '../sql.mjs';

export const overview = dashboard({
  uid: 'throughline-overview',
  title: 'Throughline: overview',
  description: 'Software delivery of all teams: the definition dora, in UTC.',
  from: 'now-90d',
  variables: [environmentVariable, teamsVariable, intervalVariable],
  annotations: [
    deploymentMarks('Failed deployments', `failed AND ${OF_TEAMS.things}`, {
      iconColor: 'red',
      enable: false,
    }),
  ],
  panels: [
    ...fiveNumbers(OF_TEAMS),
    ...overTime(OF_TEAMS),
    recoveryOverTime(OF_TEAMS),
    restoreOverTime(OF_TEAMS),
    services(OF_TEAMS),
    failures(OF_TEAMS),
  ],
});
