import { format, resolveConfig } from 'prettier';
import { fileURLToPath } from 'node:url';
import { alerting } from './dashboards/alerting.mjs';
import { overview } from './dashboards/overview.mjs';
import { service } from './dashboards/service.mjs';
import { team } from './dashboards/team.mjs';

export const FOLDER = new URL('../../deploy/grafana/dashboards/', import.meta.url);

const DASHBOARDS = { overview, team, service, alerting };

/** The text of every dashboard file, by its address. @returns {Promise<[URL, string][]>} */
export function dashboardFiles() {
  return Promise.all(
    Object.entries(DASHBOARDS).map(async ([name, dashboard]) => {
      const file = new URL(`${name}.json`, FOLDER);
      const filepath = fileURLToPath(file);
      const options = { ...(await resolveConfig(filepath)), filepath };
      return [file, await format(JSON.stringify(dashboard), options)];
    }),
  );
}
