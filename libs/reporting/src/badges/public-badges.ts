import { Inject, Injectable } from '@nestjs/common';
import { normaliseRepository } from '@throughline/events';
import type { Publication } from '@throughline/service-kit';
import { REPORTING_OPTIONS, type ReportingOptions } from '../reporting-options.js';
import { badgeParameters } from './badge-parameters.js';

/**
 * The badges that the configuration shows to anyone. One filter whose every name is public makes a
 * badge public: the others can only make it say less.
 */
@Injectable()
export class PublicBadges implements Publication {
  constructor(@Inject(REPORTING_OPTIONS) private readonly options: ReportingOptions) {}

  covers({ query }: { readonly query: unknown }): boolean {
    const { everything, services, teams, repositories } = this.options.publicBadges;
    const { success, data } = badgeParameters.safeParse(query);
    // Where everything is public, anyone may hear too what is wrong with a question.
    if (!success) return everything;
    const isPublic = (asked: readonly string[] | undefined, listed: readonly string[]) =>
      asked?.every((name) => listed.includes(name)) ?? false;
    return (
      everything ||
      isPublic(data.service, services) ||
      isPublic(data.team, teams) ||
      isPublic(data.repository?.map(normaliseRepository), repositories)
    );
  }
}
