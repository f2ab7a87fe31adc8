import type { DeploymentStatus, Instant } from '@throughline/events';
import type { ServicePlan } from './company.js';
import { IncidentWork } from './incident-work.js';
import type { SampleDeployment } from './sample-event.js';
import { afterWork, DAY, HOUR, MINUTE, startOfDay, weekdayOf } from './working-time.js';
import type { Workshop } from './workshop.js';

export type Environment = 'staging' | 'production';

/** What may be special about a deployment. */
export type Purpose = Pick<SampleDeployment, 'kind' | 'fixes' | 'unplanned'>;

/** The share of deployments to staging that fail, and of those to production nobody had planned. */
const STAGING_FAILS = 0.04;
const UNPLANNED = 0.025;

/** How much more often things go wrong in a team's bad days. */
const BAD_DAYS = 6;

/** In the last days nothing breaks: what broke before has its end within the sample. */
const QUIET_END = 4 * DAY;

/** A service on its way from the main line to staging and from there to production. */
export class ReleaseWork {
  /** What runs where, oldest first: the last is there now. */
  private readonly running: Record<Environment, SampleDeployment[]> = {
    staging: [],
    production: [],
  };
  /** What went to staging last, arrived or not. */
  private promoted = '';
  private readonly attempts: Record<Environment, number> = { staging: 0, production: 0 };
  private readonly incidents: IncidentWork;

  constructor(
    private readonly workshop: Workshop,
    readonly service: ServicePlan,
    private readonly start: Instant,
    private readonly end: Instant,
  ) {
    this.incidents = new IncidentWork(workshop, this);
  }

  /** Deploys what is there on the first day, then keeps the team's habit. */
  plan(): void {
    const { agenda, habits } = this.workshop;
    const { deployed } = this.service;
    if (deployed === 'never') return;
    if (deployed !== undefined) {
      this.planTheOneAttempt(this.start + deployed.onceOnDay * DAY);
      return;
    }
    const opening = afterWork(this.start, 1);
    agenda.schedule(opening, () => {
      this.promote();
    });
    if (habits.release.kind === 'continuous') return;
    const { weekday, everyWeeks } = habits.release;
    let week = 0;
    for (let day = startOfDay(opening) + DAY; day < this.end; day += DAY) {
      if (weekdayOf(day) !== weekday) continue;
      week += 1;
      if (week % everyWeeks !== 0) continue;
      agenda.schedule(day + 9 * HOUR, () => {
        this.promote();
      });
    }
  }

  /** The main line has a new commit. */
  mainLineMoved(): void {
    const { agenda, random, habits } = this.workshop;
    if (habits.release.kind !== 'continuous' || this.service.deployed !== undefined) return;
    agenda.schedule(agenda.now + Math.round(random.between(6, 15)) * MINUTE, () => {
      this.promote();
    });
  }

  /** What runs in production, and what ran there before it. */
  inProduction(): { readonly now?: SampleDeployment; readonly before?: SampleDeployment } {
    const { production } = this.running;
    return { now: production.at(-1), before: production.at(-2) };
  }

  deploy(
    environment: Environment,
    sha: string,
    version: string,
    purpose: Purpose = {},
    onFinished: () => void = () => undefined,
  ): void {
    const { agenda, random, habits, history, people } = this.workshop;
    this.attempts[environment] += 1;
    const startedAt = agenda.now;
    const minutes = Math.round(random.between(...habits.rolloutMinutes));
    const finishedAt = startedAt + minutes * MINUTE;
    const id = `${this.service.name}-${environment}-${this.attempts[environment]}`;
    const status = this.outcome(environment, startedAt, purpose);
    const deployment: SampleDeployment = {
      type: 'deployment',
      service: this.service.name,
      environment,
      id,
      repository: history.name,
      sha,
      version,
      status,
      startedAt,
      finishedAt,
      url: `https://ci.northwind.example/deployments/${id}`,
      actor: random.pick(people),
      ...purpose,
    };
    agenda.schedule(finishedAt, () => {
      this.finished(deployment);
      onFinished();
    });
  }

  /** How often things go wrong now, against the team's usual. */
  trouble(): number {
    const { agenda, habits } = this.workshop;
    if (agenda.now >= this.end - QUIET_END) return 0;
    const day = (agenda.now - this.start) / DAY;
    const [from, to] = habits.badDays ?? [0, 0];
    return day >= from && day < to ? BAD_DAYS : 1;
  }

  private promote(): void {
    const { history } = this.workshop;
    if (this.promoted === history.tip) return;
    this.promoted = history.tip;
    this.deploy('staging', history.tip, this.versionAt());
  }

  private finished(deployment: SampleDeployment): void {
    const { agenda, random, emit } = this.workshop;
    const environment = deployment.environment as Environment;
    emit(deployment);
    if (deployment.status === 'failed') {
      agenda.schedule(afterWork(agenda.now, random.between(0.3, 1.5)), () => {
        this.retry(deployment);
      });
      return;
    }
    this.running[environment].push(deployment);
    if (environment === 'staging') this.planProduction(deployment);
    else if (deployment.kind === undefined) this.incidents.watch(deployment);
  }

  /** The same again, unless something newer came in between. */
  private retry({ id, environment, sha, version, finishedAt }: SampleDeployment): void {
    const running = this.running[environment as Environment].at(-1);
    if (running?.startedAt !== undefined && running.startedAt > (finishedAt ?? 0)) return;
    if (this.service.deployed !== undefined || sha === undefined || version === undefined) return;
    const purpose = environment === 'production' ? { fixes: [id] } : {};
    this.deploy(environment as Environment, sha, version, purpose);
  }

  private planProduction({ sha, version }: SampleDeployment): void {
    const { agenda, random, habits } = this.workshop;
    const hours = habits.release.kind === 'continuous' ? [0.3, 1] : [7, 10];
    agenda.schedule(afterWork(agenda.now, random.between(hours[0] ?? 0, hours[1] ?? 0)), () => {
      const isStillNewest = this.running.staging.at(-1)?.sha === sha;
      if (!isStillNewest || sha === undefined || version === undefined) return;
      this.deploy('production', sha, version, random.chance(UNPLANNED) ? { unplanned: true } : {});
    });
  }

  private planTheOneAttempt(at: Instant): void {
    const { agenda, history } = this.workshop;
    agenda.schedule(afterWork(at, 2), () => {
      this.deploy('production', history.tip, this.versionAt());
    });
  }

  private outcome(
    environment: Environment,
    startedAt: Instant,
    { kind }: Purpose,
  ): DeploymentStatus {
    const { random, habits } = this.workshop;
    if (this.service.deployed !== undefined) return 'failed';
    // The first of all, and what mends something, goes through.
    if (kind !== undefined || startedAt < this.start + 3 * DAY) return 'succeeded';
    const share = environment === 'staging' ? STAGING_FAILS : habits.failedRollouts;
    return random.chance(share * this.trouble()) ? 'failed' : 'succeeded';
  }

  /** A release is called after the day and how many there were. */
  private versionAt(): string {
    const day = new Date(this.workshop.agenda.now).toISOString().slice(0, 10).replaceAll('-', '.');
    return `${day}-${this.attempts.staging + 1}`;
  }
}
