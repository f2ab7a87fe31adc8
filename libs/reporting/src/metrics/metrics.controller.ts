import { Controller, Get, Query, Res } from '@nestjs/common';
import { invalidQuery, parseQuery, RequireScope } from '@throughline/service-kit';
import { csvBegin } from '../csv/csv-parameters.js';
import { answerAsCsv, type CsvReply } from '../csv/csv-reply.js';
import { metricsCsv } from './metrics-csv.js';
import { metricsParameters, type MetricsQuestion } from './metrics-parameters.js';
import { MetricsReport } from './metrics-report.js';
import type { MetricsAnswer } from './metrics-row.js';

@Controller('v1/metrics')
@RequireScope('read')
export class MetricsController {
  constructor(private readonly report: MetricsReport) {}

  @Get()
  async metrics(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: CsvReply,
  ): Promise<MetricsAnswer | string> {
    const question = parseQuery(metricsParameters, query);
    if (question.format === 'csv') requirePlainRows(question);
    const answer = await this.report.answer(question);
    if (question.format === 'json') return answer;
    answerAsCsv(reply, 'metrics');
    return csvBegin(question) + metricsCsv(answer, question.groupBy, question.metrics);
  }
}

/** @throws ProblemError TL_INVALID_QUERY: a line of CSV holds the numbers of a row and nothing beside */
function requirePlainRows({ compare, levels, quickCheck }: MetricsQuestion): void {
  const beside = [
    ...(compare === 'none' ? [] : ['compare']),
    ...(levels === undefined ? [] : ['levels']),
    ...(quickCheck ? ['quickCheck'] : []),
  ];
  if (beside.length === 0) return;
  throw invalidQuery(
    beside.map((path) => ({ path, message: 'has no columns in CSV: ask for format=json' })),
  );
}
