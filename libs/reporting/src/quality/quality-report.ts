import { Inject, Injectable } from '@nestjs/common';
import {
  FAILURE_RULE_NAMES,
  FAILURE_RULES,
  QUALITY_CHECK_NAMES,
  QUALITY_CHECKS,
  QUALITY_COVERAGE,
  QUALITY_COVERAGE_NAMES,
  type QualityCheckName,
  type QualityCoverageName,
  saysOf,
  severityOf,
} from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import { ProblemError } from '@throughline/service-kit';
import { type ClickHouseClient, readPlaces } from '@throughline/store';
import { z } from 'zod';
import { CatalogueReader } from '../catalogue/catalogue-reader.js';
import { Definitions } from '../definitions/definitions.js';
import { freshnessOf } from '../freshness.js';
import { Judgements, type JudgedWindow } from '../judgements.js';
import { Groups } from '../metrics/groups.js';
import type { ListQuestion } from '../paging/list-parameters.js';
import { BEHIND_ALL, type Page, pageOf, readCursor } from '../paging/paging.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from '../reporting-options.js';
import { reportScope, unsaidEnvironment } from '../scope/report-scope.js';
import { windowOf } from '../scope/window-parameters.js';
import { findAll, findOne } from './finders.js';
import type { FoundList } from './found-list.js';
import { judgedIn } from './incident-finder.js';
import type { QualityAnswer } from './quality-answer.js';
import type { QualityContext } from './quality-context.js';
import type { QualityItem } from './quality-item.js';
import type { QualityQuestion } from './quality-parameters.js';

const EXAMPLES = 20;

const FIRST = { afterAt: BEHIND_ALL.number, afterKey: BEHIND_ALL.text };

const position = z.tuple([z.int(), z.string()]);

/** Answers `GET /v1/quality`: how far the numbers of the same window and scope can be trusted. */
@Injectable()
export class QualityReport {
  constructor(
    @Inject(STORE_CLIENT) private readonly client: ClickHouseClient,
    @Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions,
    private readonly catalogue: CatalogueReader,
    private readonly judgements: Judgements,
    private readonly definitions: Definitions,
  ) {}

  async answer(question: QualityQuestion): Promise<QualityAnswer> {
    const context = await this.contextOf(question);
    const { definition, window } = context;
    const [lists, links, freshness] = await Promise.all([
      findAll(context),
      linksOf(context),
      freshnessOf(this.client),
    ]);
    return {
      definition: { id: definition.id, version: definition.version },
      from: formatInstant(window.start),
      to: formatInstant(window.end),
      timezone: question.timezone,
      freshness,
      checks: await Promise.all(
        QUALITY_CHECK_NAMES.map((check) => checkAnswer(check, lists[check])),
      ),
      coverage: QUALITY_COVERAGE_NAMES.map((gap) => coverageAnswer(gap, lists[gap])),
      links,
    };
  }

  /** Everything that one check found, or of which a metric does not know what it needs. */
  async page(
    name: string,
    { cursor, limit, ...question }: ListQuestion,
  ): Promise<Page<QualityItem>> {
    const after = readCursor(cursor, position);
    const list = await findOne(name, await this.contextOf(question));
    if (list === undefined) {
      throw new ProblemError('TL_NOT_FOUND', {
        detail: `there is no check ${name}: GET /v1/quality names them`,
      });
    }
    const findings = await list.read(
      after === undefined ? FIRST : { afterAt: after[0], afterKey: after[1] },
      limit + 1,
    );
    return pageOf(
      findings,
      limit,
      ({ at, key }) => [at, key],
      ({ item }) => item,
    );
  }

  private async contextOf(question: QualityQuestion): Promise<QualityContext> {
    const { production, environmentClasses } = this.options;
    const definition = this.definitions.find(question.definition);
    const now = this.options.now();
    const window = windowOf(question, now);
    const [catalogue, places] = await Promise.all([
      this.catalogue.read(),
      readPlaces(this.client, {}),
    ]);
    const scope = reportScope(question, catalogue, this.options);
    const deployedTo = places.map(({ environment }) => environment);
    let judged: Promise<JudgedWindow> | undefined;
    return {
      client: this.client,
      window,
      timezone: question.timezone,
      now,
      definition,
      catalogue,
      scope,
      classedEnvironments: new Set([...production, ...Object.values(environmentClasses).flat()]),
      groups: new Groups(
        'none',
        catalogue,
        scope,
        unsaidEnvironment(scope, production, deployedTo),
      ),
      places,
      // Of every service: an incident of several may go back to one that is not asked for.
      judged: () =>
        (judged ??= this.judgements.since(
          window.start,
          { environments: scope.environments, everyService: true, services: [] },
          definition,
        )),
    };
  }
}

async function checkAnswer(
  check: QualityCheckName,
  list: FoundList,
): Promise<QualityAnswer['checks'][number]> {
  const { count, of } = list;
  const findings = await list.read(FIRST, EXAMPLES);
  return {
    check,
    title: QUALITY_CHECKS[check].title,
    severity: severityOf(check, count, of),
    count,
    of,
    share: shareOf(count, of),
    says: saysOf(check, count, of),
    remedy: QUALITY_CHECKS[check].remedy,
    items: findings.map(({ item }) => item),
    more: count - findings.length,
  };
}

function coverageAnswer(
  gap: QualityCoverageName,
  { count, of }: FoundList,
): QualityAnswer['coverage'][number] {
  const { metric, among, known: predicate } = QUALITY_COVERAGE[gap];
  const all = of ?? 0;
  const known = all - count;
  return {
    metric,
    gap,
    known,
    of: all,
    share: shareOf(known, all),
    says: `${known.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} ${among} ${predicate}.`,
  };
}

async function linksOf(context: QualityContext): Promise<QualityAnswer['links']> {
  const { deployments } = await context.judged();
  const reasons = judgedIn(context, deployments).flatMap(({ failureReasons }) => failureReasons);
  return FAILURE_RULE_NAMES.map((name) => {
    const links = reasons.filter(({ rule }) => rule === name).length;
    const { confidence, said } = FAILURE_RULES[name];
    return { rule: name, confidence, said, links, share: shareOf(links, reasons.length) };
  }).filter(({ links }) => links > 0);
}

function shareOf(count: number, of: number | null): number | null {
  return of === null || of === 0 ? null : count / of;
}
