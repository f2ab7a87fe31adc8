import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Query, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  createHttpApplication,
  createLogger,
  HealthRegistry,
  loadConfiguration,
  parseQuery,
  PublicRoute,
} from '@throughline/service-kit';
import { z } from 'zod';
import { exportedListParameters } from '../paging/list-parameters.js';
import { REPORTING_OPTIONS } from '../reporting-options.js';
import type { CsvReply } from './csv-reply.js';
import { ListAnswers } from './list-answers.js';

const PAGES = 4;
/** Long enough that a reader has begun before the list breaks. */
const LONG = 'x'.repeat(100_000);

let breaksAt = Infinity;
let asked: { readonly from?: string | undefined; readonly to?: string | undefined }[] = [];
let now = Date.UTC(2026, 2, 31, 12);

/** A list of one item a page; the clock goes on from page to page. */
@Controller('v1/things')
@PublicRoute()
class ThingsController {
  constructor(private readonly answers: ListAnswers) {}

  @Get()
  list(@Query() query: unknown, @Res({ passthrough: true }) reply: CsvReply) {
    const list = {
      name: 'things',
      item: z.object({ id: z.string(), text: z.string() }),
      page: async (question: z.output<typeof exportedListParameters>) => {
        await Promise.resolve();
        asked.push(question);
        now += 1000;
        const number = Number(question.cursor ?? 1);
        if (number === breaksAt) throw new Error('the store is gone');
        return {
          items: [{ id: String(number), text: LONG }],
          nextCursor: number < PAGES ? String(number + 1) : null,
        };
      },
    };
    return this.answers.ofWindow(parseQuery(exportedListParameters, query), list, reply);
  }
}

@Module({
  controllers: [ThingsController],
  providers: [ListAnswers, { provide: REPORTING_OPTIONS, useValue: { now: () => now } }],
})
class ThingsModule {}

let application: NestFastifyApplication;
let url: string;

beforeAll(async () => {
  application = await createHttpApplication(ThingsModule, {
    configuration: loadConfiguration({ variables: {}, workingDirectory: '/nowhere' }),
    logger: createLogger({ service: 'query-api', level: 'silent' }),
    health: new HealthRegistry(),
  });
  await application.listen(0, '127.0.0.1');
  url = `${await application.getUrl()}/v1/things`;
});

afterAll(() => application.close());

async function ask(query: string, breaks = Infinity): Promise<Response> {
  breaksAt = breaks;
  asked = [];
  return fetch(`${url}?${query}`);
}

describe('a list as CSV', () => {
  it('has the items of all pages under one head', async () => {
    const lines = (await (await ask('format=csv')).text()).split('\r\n');
    expect(lines).toEqual(['id,text', ...['1', '2', '3', '4'].map((id) => `${id},${LONG}`), '']);
  });

  it('goes on from a cursor', async () => {
    const lines = (await (await ask('format=csv&cursor=3')).text()).split('\r\n');
    expect(lines.map((line) => line.slice(0, 2))).toEqual(['id', '3,', '4,', '']);
  });

  it('ends at a limit that is given', async () => {
    const lines = (await (await ask('format=csv&limit=1')).text()).split('\r\n');
    expect(lines.map((line) => line.slice(0, 2))).toEqual(['id', '1,', '']);
    expect(asked).toMatchObject([{ limit: 1 }]);
  });

  it('is of one window, however long it takes to write', async () => {
    await (await ask('format=csv')).text();
    expect(asked).toHaveLength(PAGES);
    expect(new Set(asked.map(({ from, to }) => `${from} ${to}`)).size).toBe(1);
  });

  it('is a file named after its window', async () => {
    const { headers } = await ask(
      'format=csv&from=2026-03-01&to=2026-04-01&timezone=Europe/Berlin',
    );
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="throughline-things-2026-03-01-to-2026-03-31.csv"',
    );
  });

  it('begins with a byte order mark if asked to', async () => {
    const begin = async (query: string) =>
      Buffer.from(await (await ask(query)).arrayBuffer())
        .subarray(0, 3)
        .toString('hex');
    expect(await begin('format=csv&bom=true')).toBe('efbbbf');
    expect(await begin('format=csv')).toBe(Buffer.from('id,').toString('hex'));
  });

  it('that breaks midway never looks whole: the connection ends', async () => {
    const response = await ask('format=csv', 3);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('that breaks before it began is a problem', async () => {
    const response = await ask('format=csv', 1);
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(response.headers.get('content-disposition')).toBeNull();
  });
});

it('a list as JSON is a page of 100 items, if nobody says how many', async () => {
  const body = await (await ask('')).json();
  expect(body).toEqual({ items: [{ id: '1', text: LONG }], nextCursor: '2' });
  expect(asked).toMatchObject([{ limit: 100 }]);
});
