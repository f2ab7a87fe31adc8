import { Controller, Get, Query, Res } from '@nestjs/common';
import { invalidQuery, parseQuery, RequireScope } from '@throughline/service-kit';
import { metricsCsv } from './metrics-csv.js';
import { metricsParameters, type MetricsQuestion } from './metrics-parameters.js';
import { MetricsReport } from './metrics-report.js';
import type { MetricsAnswer } from './metrics-row.js';

/** The part of a reply that a CSV answer needs. */
interface Reply {
  header(name: string, value: string): unknown;
}

@Controller('v1/metrics')
@RequireScope('read')
export class MetricsController {
  constructor(private readonly report: MetricsReport) {}

  @Get()
  async metrics(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<MetricsAnswer | string> {
    const question = parseQuery(metricsParameters, query);
    if (question.format === 'csv') requirePlainRows(question);
    const answer = await this.report.answer(question);
    if (question.format === 'json') return answer;
    reply.header('content-type', 'text/csv; charset=utf-8');
    reply.header('content-disposition', 'attachment; filename="throughline-metrics.csv"');
    return metricsCsv(answer, question.groupBy, question.metrics);
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
