import { z } from 'zod';
import { plainName, wholeNumber } from '../../values.js';

/** What something of alerting is for. A list that is left out means all; environments: production. */
export const alertScope = z
  .strictObject({
    service: z.array(plainName).min(1).max(1000).optional(),
    team: z.array(plainName).min(1).max(1000).optional(),
    tier: z.array(wholeNumber(0, 100)).min(1).max(100).optional(),
    /** Names of environments, or of classes of them. */
    environment: z.array(plainName).min(1).max(100).optional(),
  })
  .default({});

export type AlertScope = z.output<typeof alertScope>;

/** `of services api, web and tier 1`; '' where it is for everything. */
export function scopeInWords({ service, team, tier, environment }: AlertScope): string {
  const parts = [
    service && `service ${service.join(' or ')}`,
    team && `team ${team.join(' or ')}`,
    tier && `tier ${tier.join(' or ')}`,
    environment && `environment ${environment.join(' or ')}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : ` of ${parts.join(' and ')}`;
}
