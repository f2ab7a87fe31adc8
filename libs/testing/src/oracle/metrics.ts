import type { DeliveryEvent } from '@throughline/events';
import { goesOn, type OraclePeriod, oraclePeriods } from './calendar.js';
import { OracleCatalogue } from './catalogue.js';
import { changeWays, leadTimeOfChanges } from './change-lead-time.js';
import { commitWays, leadTimeOfCommits } from './commit-lead-time.js';
import { changeFailRate, deploymentFrequency, judgedIn, reworkRate } from './deployment-metrics.js';
import { knownGroups, possibleGroups } from './groups.js';
import { judgementsOf } from './judgement.js';
import type { OracleQuestion } from './question.js';
import { recoveryTime, timeToRestore } from './recovery.js';
import { OracleRow, OracleScope } from './row-scope.js';
import { leadTimeStages } from './stages.js';
import { oracleFacts } from './versions.js';
import { worldOf } from './world.js';

/**
 * Every row of `GET /v1/metrics`, from the events themselves and in the most obvious way: no
 * database, no shared code but for what an event is and which of two is newer. Events may come in
 * any order, repeated, corrected and withdrawn. Services own files by `folder/**` only.
 */
export function oracleMetrics(events: readonly DeliveryEvent[], question: OracleQuestion) {
  const world = worldOf(oracleFacts(events), question.production);
  const catalogue = new OracleCatalogue(question.configuration, world.services);
  const scope = new OracleScope(question, catalogue, world);
  const judged = judgementsOf(world, question.definition);
  const commits = commitWays(world, catalogue, question);
  const changes = changeWays(world, catalogue, question);
  const periods = oraclePeriods(question, question.interval, question.timezone);

  const rowOf = (group: string | null, period: OraclePeriod) => {
    const row = new OracleRow(period, group, scope);
    const inRow = judgedIn(row, judged);
    const { leadTime } = question.definition;
    return {
      group: question.groupBy === 'none' ? {} : { [question.groupBy]: group },
      start: new Date(period.start).toISOString(),
      end: new Date(period.end).toISOString(),
      incomplete: goesOn(period, question.interval, question.timezone, question.now),
      deploymentFrequency: deploymentFrequency(inRow, row, question, world),
      changeLeadTime:
        leadTime.of === 'commits'
          ? leadTimeOfCommits(commits, row, question, leadTime)
          : leadTimeOfChanges(changes, row, question, leadTime),
      leadTimeStages: leadTimeStages(changes, commits, row, question, world),
      changeFailRate: changeFailRate(inRow, row, question, world),
      recoveryTime: recoveryTime(inRow, row, question, world),
      reworkRate: reworkRate(inRow, question),
      timeToRestore: timeToRestore(judged, row, question, world),
    };
  };

  const known = knownGroups(question, world, catalogue, scope);
  return possibleGroups(question, world, catalogue)
    .map((group) => ({ group, rows: periods.map((period) => rowOf(group, period)) }))
    .filter(({ group, rows }) => known.has(group) || rows.some((row) => saysSomething(row)))
    .flatMap(({ rows }) => rows);
}

/** Whether anything was counted. */
function saysSomething(row: {
  readonly deploymentFrequency: { readonly deployments: number };
  readonly changeLeadTime: ReturnType<typeof leadTimeOfCommits>;
  readonly leadTimeStages: ReturnType<typeof leadTimeStages>;
  readonly changeFailRate: ReturnType<typeof changeFailRate>;
  readonly timeToRestore: ReturnType<typeof timeToRestore>;
}): boolean {
  const { changeLeadTime: lead, leadTimeStages: stages } = row;
  return [
    row.deploymentFrequency.deployments,
    lead.commits,
    lead.baselineCommits,
    lead.mergeCommits,
    lead.waiting,
    lead.kaplanMeier.n,
    stages.changes,
    stages.commitsWithoutChange,
    row.changeFailRate.failed,
    row.changeFailRate.deployments,
    row.timeToRestore.incidents,
  ].some((count) => count > 0);
}
