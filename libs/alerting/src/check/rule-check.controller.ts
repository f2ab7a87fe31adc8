import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { formatInstant, type Instant, readInstant } from '@throughline/events';
import {
  alertRulesSchema,
  parseBody,
  type AlertRule,
  ProblemError,
  RequireScope,
} from '@throughline/service-kit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  ALERT_ACTIONS_OPTIONS,
  type AlertActionsOptions,
} from '../actions/alert-actions-options.js';
import { lookingFrom } from '../looking/place-histories.js';
import { RuleCheck } from './rule-check.js';

/** The body of a check. */
export const checkBody = z.strictObject({
  alerts: z.array(z.unknown()).max(1000).optional().meta({
    description:
      'Rules as `alerts` of throughline.yaml has them; `notify` plays no part. Default: those that the server has.',
    type: 'array',
    items: {},
  }),
  from: z.string().optional().meta({
    description: 'Since when. Default, and the earliest: the start of the month six months ago.',
    format: 'date-time',
  }),
});

export const checkAnswer = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  rules: z.array(
    z.object({
      name: z.string(),
      rule: z.string(),
      lookedAt: z.int().describe('How many services, teams or sources it looked at.'),
      episodes: z.array(
        z.object({
          subject: z.object({
            service: z.string().nullable(),
            environment: z.string().nullable(),
            team: z.string().nullable(),
            source: z.string().nullable(),
            deploymentId: z.string().nullable(),
          }),
          severity: z.string(),
          startedAt: z.iso.datetime(),
          endedAt: z.iso.datetime().nullable().describe('null while it goes on.'),
          title: z.string(),
        }),
      ),
    }),
  ),
});

/** Says when rules would have raised alerts. */
@Controller('v1/alerts/check')
@RequireScope('read')
export class RuleCheckController {
  constructor(
    private readonly check: RuleCheck,
    @Inject(ALERT_ACTIONS_OPTIONS) private readonly options: AlertActionsOptions,
  ) {}

  @Post()
  @HttpCode(200)
  async replay(@Req() request: FastifyRequest): Promise<z.output<typeof checkAnswer>> {
    const body = await parseBody(checkBody, request);
    const now = this.options.now();
    const from = readFrom(body.from, now);
    const rules = body.alerts === undefined ? this.options.alerts : parseRules(body.alerts);
    const checked = await this.check.replay(rules, from);
    return {
      from: formatInstant(from),
      to: formatInstant(now),
      rules: checked.map(({ episodes, ...rule }) => ({
        ...rule,
        episodes: episodes.map(({ subject, startedAt, endedAt, ...episode }) => ({
          subject: {
            service: subject.service ?? null,
            environment: subject.environment ?? null,
            team: subject.team ?? null,
            source: subject.source ?? null,
            deploymentId: subject.deploymentId ?? null,
          },
          ...episode,
          startedAt: formatInstant(startedAt),
          endedAt: endedAt === null ? null : formatInstant(endedAt),
        })),
      })),
    };
  }
}

function readFrom(text: string | undefined, now: Instant): Instant {
  const earliest = lookingFrom(now);
  if (text === undefined) return earliest;
  const from = readInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
  if (from === undefined || from >= now) {
    throw invalid(
      'from',
      'is no date or time before now: write 2026-03-01 or 2026-03-01T12:00:00Z',
    );
  }
  return Math.max(from, earliest);
}

function parseRules(given: readonly unknown[]): readonly AlertRule[] {
  const parsed = alertRulesSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(
    ['alerts', ...(issue?.path ?? [])].join('.'),
    issue?.message ?? 'is no list of rules',
  );
}

function invalid(path: string, message: string): ProblemError {
  return new ProblemError('TL_INVALID_BODY', {
    detail: `${path}: ${message}`,
    extras: { faults: [{ path, message }] },
  });
}
