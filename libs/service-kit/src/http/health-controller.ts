import { Controller, Get, Inject } from '@nestjs/common';
import { ProblemError } from '../errors/problem-error.js';
import { HealthRegistry } from './health-registry.js';
import { PublicRoute } from '../tokens/access.js';

@PublicRoute()
@Controller()
export class HealthController {
  constructor(@Inject(HealthRegistry) private readonly health: HealthRegistry) {}

  /** The process runs and answers; says nothing of what it depends on, or a restart would be the cure for everything. */
  @Get('livez')
  live() {
    return { status: 'live' };
  }

  /** It can accept and answer. */
  @Get('readyz')
  async ready() {
    const checks = await this.health.report();
    const failing = checks.filter(({ ok }) => !ok);
    if (failing.length === 0) return { status: 'ready', checks };
    throw new ProblemError('TL_NOT_READY', {
      detail: failing.map(({ name, reason }) => `${name}: ${reason ?? 'failed'}`).join('; '),
      extras: { checks },
      headers: { 'retry-after': '5' },
    });
  }
}
