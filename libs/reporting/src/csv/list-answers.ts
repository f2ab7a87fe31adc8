import { Readable } from 'node:stream';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { type Logger, LOGGER } from '@throughline/service-kit';
import type { z } from 'zod';
import { DEFAULT_LIMIT, type Page } from '../paging/paging.js';
import { REPORTING_OPTIONS, type ReportingOptions } from '../reporting-options.js';
import { windowInput, type WindowInput, windowOf } from '../scope/window-parameters.js';
import { exportBroke } from '../telemetry.js';
import { cellAt, columnName, columnsOf } from './csv-columns.js';
import { csvLine } from './csv-line.js';
import { csvBegin, type ExportQuestion } from './csv-parameters.js';
import { answerAsCsv, type CsvReply, windowName } from './csv-reply.js';

/** Deployments are judged with all later ones, page by page: small pages would judge them often. */
const ITEMS_AT_ONCE = 5000;

/** A list that can be answered as pages of JSON or as one file of CSV. */
export interface List<Question, Item> {
  /** What a file is named after. */
  readonly name: string;
  readonly item: z.ZodType<Item>;
  page(question: Question & { readonly limit: number }): Promise<Page<Item>>;
}

/** Answers lists in the format that is asked for. */
@Injectable()
export class ListAnswers {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
  ) {}

  /** Of what happened in a window. */
  async ofWindow<Question extends ExportQuestion & WindowInput, Item>(
    question: Question,
    list: List<Question, Item>,
    reply: CsvReply,
  ): Promise<Page<Item> | StreamableFile> {
    if (question.format === 'json') return this.answer(question, list, reply);
    // A file takes several questions, between which its window must not move with the clock.
    const window = windowOf(question, this.options.now());
    const fixed = { ...question, ...windowInput(window) };
    return this.answer(
      fixed,
      { ...list, name: windowName(list.name, window, question.timezone) },
      reply,
    );
  }

  async answer<Question extends ExportQuestion, Item>(
    question: Question,
    list: List<Question, Item>,
    reply: CsvReply,
  ): Promise<Page<Item> | StreamableFile> {
    const { format, limit } = question;
    if (format === 'json') return list.page({ ...question, limit: limit ?? DEFAULT_LIMIT });
    // Before the file begins: what is wrong with the question, or the store, is a problem of its own.
    const first = await list.page({ ...question, limit: limit ?? ITEMS_AT_ONCE });
    answerAsCsv(reply, list.name);
    return new StreamableFile(
      Readable.from(this.text(question, list, first), { objectMode: false }),
    );
  }

  /** Throws on where it breaks, which ends the connection: half a file must not look like a whole one. */
  private async *text<Question extends ExportQuestion, Item>(
    question: Question,
    list: List<Question, Item>,
    first: Page<Item>,
  ): AsyncGenerator<Buffer> {
    const columns = columnsOf(list.item);
    const lines = ({ items }: Page<Item>) =>
      items.map((item) => csvLine(columns.map((column) => cellAt(item, column)))).join('');
    const begin = csvBegin(question) + csvLine(columns.map(columnName));
    yield Buffer.from(begin + lines(first));
    if (question.limit !== undefined) return;
    try {
      for (let cursor = first.nextCursor; cursor !== null;) {
        const page = await list.page({ ...question, cursor, limit: ITEMS_AT_ONCE });
        yield Buffer.from(lines(page));
        cursor = page.nextCursor;
      }
    } catch (error) {
      exportBroke(this.logger, { list: list.name, err: error });
      throw error;
    }
  }
}
