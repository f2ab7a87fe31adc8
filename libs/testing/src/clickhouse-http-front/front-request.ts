import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Statement } from '@throughline/store';
import { multipartFields } from './multipart-fields.js';

/** Parameters of the HTTP interface itself; every other one is a setting of the statement. */
const NOT_SETTINGS = new Set([
  'query',
  'query_id',
  'database',
  'default_format',
  'wait_end_of_query',
  'buffer_size',
  'enable_http_compression',
  'session_id',
  'session_timeout',
  'session_check',
  'user',
  'password',
  'role',
]);
const PARAMETER = /^param_(\w+)$/;
const TRAILING_FORMAT = /\bFORMAT\s+(\w+)\s*;?\s*$/i;

/** One request of ClickHouse's HTTP interface. */
export interface FrontRequest {
  readonly queryId: string;
  readonly statement: Omit<Statement, 'signal'>;
  /** Output format. */
  readonly format: string;
  /** Rows of an insert whose statement came in the URL. */
  readonly rows: Buffer | undefined;
  /** `wait_end_of_query=1`: nothing is sent before the statement is done. */
  readonly whole: boolean;
  readonly gzip: boolean;
}

/** @throws when the request asks for what the front does not have: another compression, or a session. */
export async function readFrontRequest(request: IncomingMessage): Promise<FrontRequest> {
  const sent = await readBody(request);
  const inUrl = [...new URL(request.url ?? '/', 'http://front').searchParams];
  const fields = multipartFields(request.headers['content-type'], sent);
  const values = new Map([...inUrl, ...(fields ?? [])]);
  if (values.has('session_id'))
    throw new Error('The front keeps no sessions: leave session_id out');

  const body = fields === undefined ? sent : Buffer.alloc(0);
  const query = values.get('query');
  const hasRows = query !== undefined && TRAILING_FORMAT.test(query) && /^\s*INSERT\b/i.test(query);
  const sql = hasRows ? query : [query, body.toString('utf8')].filter(Boolean).join('\n');
  return {
    queryId: values.get('query_id') ?? randomUUID(),
    statement: {
      sql,
      database: values.get('database') ?? header(request, 'x-clickhouse-database'),
      settings: Object.fromEntries(
        [...values].filter(([name]) => !NOT_SETTINGS.has(name) && !PARAMETER.test(name)),
      ),
      parameters: Object.fromEntries(
        [...values].flatMap(([name, value]) => {
          const parameter = PARAMETER.exec(name)?.[1];
          return parameter === undefined ? [] : [[parameter, value]];
        }),
      ),
    },
    format: TRAILING_FORMAT.exec(sql)?.[1] ?? values.get('default_format') ?? 'TabSeparated',
    rows: hasRows ? body : undefined,
    whole: values.get('wait_end_of_query') === '1',
    gzip:
      values.get('enable_http_compression') === '1' &&
      /\bgzip\b/.test(header(request, 'accept-encoding') ?? ''),
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const body = await buffer(request);
  if (encoding === 'identity') return body;
  if (encoding === 'gzip') return promisify(gunzip)(body);
  throw new Error(`The front reads gzip and plain bodies, not ${encoding}`);
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
