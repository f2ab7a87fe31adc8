import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { DATASOURCE } from './panels.mjs';
import { dashboardFiles, FOLDER } from './documents.mjs';

const MIGRATIONS = new URL('../../libs/store/src/migrations/sql/', import.meta.url);

/** All that ever made the views, in the order it ran in: a later migration can make a view anew. */
const migrations = readdirSync(MIGRATIONS)
  .sort()
  .map((file) => readFileSync(new URL(file, MIGRATIONS), 'utf8'))
  .join('\n');

const GRAFANA = new URL('../../deploy/grafana/', import.meta.url);
const read = (path) => readFileSync(new URL(path, GRAFANA), 'utf8');

const files = await dashboardFiles();

describe('the dashboards of deploy/grafana', () => {
  it.each(files)('%s is what is defined: node tools/grafana/generate.mjs', (file, text) => {
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('are no others', () => {
    const defined = files.map(([file]) => file.pathname.split('/').at(-1));
    expect(readdirSync(FOLDER).sort()).toEqual(defined.sort());
  });

  it('ask the datasource that is provisioned', () => {
    const { datasources } = parse(read('provisioning/datasources/throughline.yaml'));
    expect(datasources).toHaveLength(1);
    expect(datasources[0]).toMatchObject(DATASOURCE);
  });
});

describe("Grafana's user of ClickHouse", () => {
  const made = [...migrations.matchAll(/VIEW (public_\w+)/g)].map(([, view]) => view);
  const views = [...new Set(made)].sort();
  const granted = (text) =>
    [...text.matchAll(/GRANT SELECT ON throughline\.(\w+)/g)].map(([, view]) => view).sort();

  it('may read the public views, and nothing else', () => {
    expect(views.length).toBeGreaterThan(5);
    expect(granted(read('clickhouse/users.d/grafana.xml'))).toEqual(views);
    expect(granted(read('clickhouse/grafana-user.sql'))).toEqual(views);
  });

  it('is named by the datasource', () => {
    const { datasources } = parse(read('provisioning/datasources/throughline.yaml'));
    expect(read('clickhouse/users.d/grafana.xml')).toContain(
      `<${datasources[0].jsonData.username}>`,
    );
  });
});

describe('the views of docs/sql-views.md', () => {
  it('are described column for column', () => {
    const page = readFileSync(new URL('../../docs/sql-views.md', import.meta.url), 'utf8');
    const inPage = page
      .split(/^## /m)
      .filter((section) => section.startsWith('`public_'))
      .map((section) => [
        /^`(\w+)`/.exec(section)[1],
        [...section.matchAll(/^\| `(\w+)`/gm)].map(([, column]) => column),
      ]);
    const inSql = [...migrations.matchAll(/VIEW (public_\w+)\n\(\n([^]*?)\n\)\nSQL/g)].map(
      ([, view, columns]) => [view, [...columns.matchAll(/^ {4}(\w+) /gm)].map(([, name]) => name)],
    );
    expect(Object.fromEntries(inPage)).toEqual(Object.fromEntries(inSql));
  });
});
