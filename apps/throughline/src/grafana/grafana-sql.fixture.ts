import type { Instant } from '@throughline/events';

/** What stands in Grafana's controls as it asks. */
export interface Controls {
  readonly from: Instant;
  readonly to: Instant;
  /** The values that are chosen, by variable; 'all' where every one is. */
  readonly variables: Readonly<Record<string, readonly string[] | 'all'>>;
  /** Every value that a variable has, for those of which all may be chosen. */
  readonly valuesOf: Readonly<Record<string, readonly string[]>>;
}

/**
 * A panel's statement as Grafana's ClickHouse plugin sends it: its macros and Grafana's variables
 * put in.
 *
 * Sources: `pkg/macros/macros.go` of grafana/clickhouse-datasource (times are whole seconds, both
 * ends inclusive), the plugin's page on `$__conditionalAll`, and Grafana's on the format
 * `singlequote`.
 */
export function expandSql(sql: string, controls: Controls): string {
  const seconds = (instant: Instant) => `toDateTime(${Math.floor(instant / 1000)})`;
  const [from, to] = [seconds(controls.from), seconds(controls.to)];
  const expanded = replaceConditions(sql, controls)
    .replaceAll(/\$__timeFilter\((\w+)\)/g, `$1 >= ${from} AND $1 <= ${to}`)
    .replaceAll('$__fromTime', from)
    .replaceAll('$__toTime', to)
    .replaceAll(/\$\{(\w+):singlequote\}/g, (_, name: string) =>
      chosen(name, controls)
        .map((value) => `'${value.replaceAll("'", String.raw`\'`)}'`)
        .join(','),
    )
    .replaceAll(/\$\{(\w+)\}/g, (_, name: string) => chosen(name, controls).join(','));
  const left = /\$[\w{]+/.exec(expanded);
  if (left !== null) throw new Error(`${left[0]} is nothing that Grafana knows: ${sql}`);
  return expanded;
}

function chosen(name: string, { variables, valuesOf }: Controls): readonly string[] {
  const values = variables[name];
  if (values === undefined) throw new Error(`the dashboard has no variable ${name}`);
  return values === 'all' ? (valuesOf[name] ?? []) : values;
}

const CONDITION = '$__conditionalAll(';

/** `$__conditionalAll(condition, $name)`: the condition, or 1=1 where all values are chosen. */
function replaceConditions(sql: string, controls: Controls): string {
  const start = sql.indexOf(CONDITION);
  if (start < 0) return sql;
  let depth = 1;
  let end = start + CONDITION.length;
  for (; depth > 0; end += 1) {
    if (sql[end] === '(') depth += 1;
    if (sql[end] === ')') depth -= 1;
  }
  const inside = sql.slice(start + CONDITION.length, end - 1);
  const comma = inside.lastIndexOf(',');
  const name = inside
    .slice(comma + 1)
    .trim()
    .replace('$', '');
  const condition = controls.variables[name] === 'all' ? '1=1' : inside.slice(0, comma);
  return replaceConditions(sql.slice(0, start) + condition + sql.slice(end), controls);
}
