import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const FOLDER = new URL('../../../../deploy/grafana/dashboards/', import.meta.url);

const target = z.object({ rawSql: z.string(), queryType: z.enum(['timeseries', 'table']) });

const datasource = z.object({
  type: z.literal('grafana-clickhouse-datasource'),
  uid: z.literal('throughline'),
});

/** Of a dashboard what is asked of the database, and how it is shown. */
const dashboard = z.object({
  uid: z.string(),
  templating: z.object({
    list: z.array(
      z.object({
        name: z.string(),
        type: z.enum(['query', 'custom', 'textbox']),
        query: z.string(),
        multi: z.boolean().optional(),
        includeAll: z.boolean().optional(),
      }),
    ),
  }),
  annotations: z.object({ list: z.array(z.object({ name: z.string(), datasource, target })) }),
  panels: z.array(
    z.object({
      id: z.number(),
      type: z.enum(['stat', 'timeseries', 'table']),
      title: z.string().min(1),
      description: z.string().min(40),
      datasource,
      targets: z.array(target).length(1),
      fieldConfig: z.object({
        overrides: z.array(z.object({ matcher: z.object({ options: z.string() }) })),
      }),
      gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
    }),
  ),
});

export type DashboardFile = z.infer<typeof dashboard>;

function read(name: string): DashboardFile {
  return dashboard.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')));
}

/** The dashboards of deploy/grafana, by the name of their file. */
export const DASHBOARDS: readonly (readonly [string, DashboardFile])[] = readdirSync(FOLDER).map(
  (name) => [name, read(name)],
);

export const OVERVIEW = read('overview.json');
