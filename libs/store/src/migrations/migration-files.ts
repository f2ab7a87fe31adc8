import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { splitStatements } from '../engine/sql-lexer.js';
import { MigrationError } from './migration-error.js';

export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  /** The file's name: `0001-facts.sql`. */
  readonly name: string;
  /** SHA-256 of the text, line ends as LF. */
  readonly checksum: string;
  readonly statements: readonly string[];
}

const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** The folder's `NNNN-name.sql` files by number. @throws MigrationError for a gap, a double number or a stray file. */
export async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const version = Number(FILE_NAME.exec(name)?.[1]);
      if (version !== index + 1) {
        throw new MigrationError(
          `Migration file ${name} stands where number ${index + 1} belongs: files are named NNNN-name.sql and ` +
            'numbered from 0001 without gaps, each new one after the last.',
        );
      }
      const sql = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n');
      return {
        version,
        name,
        checksum: createHash('sha256').update(sql).digest('hex'),
        statements: splitStatements(sql),
      };
    }),
  );
}
