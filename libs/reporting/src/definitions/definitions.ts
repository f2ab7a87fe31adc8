import { Inject, Injectable } from '@nestjs/common';
import type { Definition } from '@throughline/dora';
import { invalidQuery } from '@throughline/service-kit';
import { REPORTING_OPTIONS, type ReportingOptions } from '../reporting-options.js';

/** The definitions of the metrics that can be asked for. */
@Injectable()
export class Definitions {
  readonly all: readonly Definition[];

  constructor(@Inject(REPORTING_OPTIONS) { definitions }: ReportingOptions) {
    this.all = definitions;
  }

  /**
   * @param id the first definition if not given
   * @throws ProblemError TL_INVALID_QUERY
   */
  find(id: string | undefined): Definition {
    const found = id === undefined ? this.all[0] : this.all.find((one) => one.id === id);
    if (found !== undefined) return found;
    const known = this.all.map((one) => one.id).join(', ');
    throw invalidQuery([{ path: 'definition', message: `must be one of: ${known}` }]);
  }
}
