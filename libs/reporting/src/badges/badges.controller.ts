import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { parseQuery, ProblemError, RequireScopeUnlessPublic } from '@throughline/service-kit';
import { makeBadge } from 'badge-maker';
import { BADGE_METRICS } from './badge-metrics.js';
import { badgeParameters } from './badge-parameters.js';
import { BadgeValues } from './badge-values.js';
import { PublicBadges } from './public-badges.js';

interface Reply {
  header(name: string, value: string): unknown;
}

/** No scale from green to red: a badge is no grade. */
const COLOURS = { known: '#0b69a3', unknown: '#6b7280' } as const;

@Controller('v1/badges')
@RequireScopeUnlessPublic('read', PublicBadges)
export class BadgesController {
  constructor(private readonly values: BadgeValues) {}

  @Get(':metric.svg')
  async badge(
    @Param('metric') name: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<string> {
    const question = parseQuery(badgeParameters, query);
    const shown = Object.hasOwn(BADGE_METRICS, name) ? BADGE_METRICS[name] : undefined;
    if (shown === undefined) {
      throw new ProblemError('TL_NOT_FOUND', {
        detail: `there is no badge of that name: there are ${Object.keys(BADGE_METRICS).join(', ')}`,
      });
    }
    const value = await this.values.of(shown, question);
    reply.header('content-type', 'image/svg+xml; charset=utf-8');
    reply.header('cache-control', 'max-age=300');
    // Pages of other sites show it; who may see it at all was decided before, and no cookie has a say in that.
    reply.header('cross-origin-resource-policy', 'cross-origin');
    return makeBadge({
      label: question.label ?? shown.label,
      message: value ?? 'unknown',
      color: value === undefined ? COLOURS.unknown : COLOURS.known,
      style: question.style,
    });
  }
}
