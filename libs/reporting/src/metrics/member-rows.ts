import { Injectable } from '@nestjs/common';
import type { ComputedRow } from './assemble-rows.js';
import type { Members } from './compared-rows.js';
import type { Grouping } from './metrics-parameters.js';
import { RowSource, type RowsQuestion } from './row-source.js';

/** What is told of members: of a change of these, how much came from each. */
export const SHARES = ['changeFailRate', 'reworkRate'] as const;

/** Finds what a row and the one before it are made up of. */
export type FindMembers = (later: ComputedRow, earlier: ComputedRow) => Members;

/** Reads the rows of the members that groups are made up of. */
@Injectable()
export class MemberRows {
  constructor(private readonly source: RowSource) {}

  /** @returns undefined when no members are asked for */
  async read(question: RowsQuestion, members: Grouping): Promise<FindMembers | undefined> {
    if (members === 'none') return undefined;
    const metrics = SHARES.filter((metric) => question.metrics?.includes(metric) ?? true);
    const { rows } = await this.source.read({ ...question, groupBy: members, metrics });
    return (later, earlier) => ({
      later: rows.filter(({ period }) => period.start === later.period.start),
      earlier: rows.filter(({ period }) => period.start === earlier.period.start),
    });
  }
}
