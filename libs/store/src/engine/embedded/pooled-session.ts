import type { Session } from 'chdb';
import { missingParameterError, unknownSettingError } from './engine-error.js';
import type { Statement } from './statement.js';
import { shapeOf } from './statement-shape.js';

const NAME = /^\w+$/;

/** A ClickHouse string literal. */
export const quote = (value: string): string =>
  `'${value.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}'`;

/**
 * One engine session and what it was last told. Settings given to an embedded session stay with it, so before each
 * statement the session is brought to exactly the settings and database which that statement names: the rest go back
 * to their defaults. A forgotten `insert_deduplication_token` would otherwise swallow later inserts in silence.
 */
export class PooledSession {
  /** The session must be closed after this statement instead of being used again. */
  spent = false;
  #database = 'default';
  #settings: Readonly<Record<string, string>> = {};

  constructor(readonly session: Session) {}

  async prepare(statement: Statement): Promise<void> {
    const { settings = {}, parameters = {}, database = 'default', sql } = statement;
    // A value bound for an earlier statement is still in the session: never let it stand in for a missing one.
    const shape = shapeOf(sql);
    const missing = shape.placeholders.find((name) => parameters[name] === undefined);
    if (missing !== undefined) throw missingParameterError(missing);
    this.spent ||= !shape.leavesSessionAlone || 'readonly' in settings;
    if (database !== this.#database) await this.#run(`USE ${quoteIdentifier(database)}`);
    this.#database = database;
    const changes = [...this.#settingChanges(settings), ...parameterChanges(parameters)];
    this.#settings = settings;
    if (changes.length > 0) await this.#run(`SET ${changes.join(', ')}`);
  }

  #settingChanges(wanted: Readonly<Record<string, string>>): string[] {
    const unknown = Object.keys(wanted).find((name) => !NAME.test(name));
    if (unknown !== undefined) throw unknownSettingError(unknown);
    const changes = Object.entries(wanted).filter(
      ([name, value]) => this.#settings[name] !== value,
    );
    // `readonly` forbids every later change of settings, so it comes last.
    changes.sort(([left], [right]) => Number(left === 'readonly') - Number(right === 'readonly'));
    return [
      ...Object.keys(this.#settings)
        .filter((name) => wanted[name] === undefined)
        .map((name) => `${name} = DEFAULT`),
      ...changes.map(([name, value]) => `${name} = ${quote(value)}`),
    ];
  }

  async #run(sql: string): Promise<void> {
    await this.session.queryAsync(sql, { format: 'Null' });
  }
}

/**
 * Bound with SET and not through the binding's own parameters: those are kept process-wide, so they must run one at a
 * time, and they lose the milliseconds of a date.
 */
function parameterChanges(parameters: Readonly<Record<string, string>>): string[] {
  return Object.entries(parameters).map(([name, value]) => {
    if (!NAME.test(name)) throw missingParameterError(name);
    return `param_${name} = ${quote(value)}`;
  });
}

export const quoteIdentifier = (name: string): string =>
  `\`${name.replaceAll('\\', String.raw`\\`).replaceAll('`', '\\`')}\``;
