import type { Instant } from '@throughline/events';
import type { Purpose, ReleaseWork } from './release-work.js';
import type { SampleDeployment, SampleIncident } from './sample-event.js';
import { touchedPaths } from './wording.js';
import { MINUTE } from './working-time.js';
import type { Workshop } from './workshop.js';

const SEVERITIES = ['sev1', 'sev2', 'sev2', 'sev3'] as const;

/** The people on call: they see what a deployment did, and mend it by a rollback or a hotfix. */
export class IncidentWork {
  private opened = 0;

  constructor(
    private readonly workshop: Workshop,
    private readonly release: ReleaseWork,
  ) {}

  /** Some deployments do harm, which shows within an hour and a half. */
  watch(deployment: SampleDeployment): void {
    const { agenda, random, habits } = this.workshop;
    const { before } = this.release.inProduction();
    if (before === undefined || !random.chance(habits.harmful * this.release.trouble())) return;
    agenda.schedule(agenda.now + minutes(random.between(5, 90)), () => {
      this.open(deployment, before);
    });
  }

  private open(cause: SampleDeployment, before: SampleDeployment): void {
    const { agenda, random, habits, emit } = this.workshop;
    this.opened += 1;
    const openedAt = agenda.now;
    const { name, symptoms } = this.release.service;
    const incident: SampleIncident = {
      type: 'incident',
      source: 'pager',
      id: `${name}-${this.opened}`,
      services: [name],
      environment: 'production',
      severity: random.pick(SEVERITIES),
      title: random.pick(symptoms),
      openedAt,
      acknowledgedAt: openedAt + minutes(random.between(1, 12)),
      causedBy: random.pick<NonNullable<SampleIncident['causedBy']>>([
        { deploymentId: cause.id },
        { sha: cause.sha },
        { version: cause.version },
      ]),
      url: `https://pager.northwind.example/incidents/${name}-${this.opened}`,
    };
    emit(incident);
    // Rolling back helps only while nothing newer has come on top.
    const isLatest = this.release.inProduction().now?.id === cause.id;
    if (isLatest && random.chance(habits.rollsBack)) this.rollBack(incident, cause, before);
    else this.fixForward(incident);
  }

  private rollBack(
    incident: SampleIncident,
    cause: SampleDeployment,
    before: SampleDeployment,
  ): void {
    const { agenda, random, emit } = this.workshop;
    const { sha = '', version = '' } = before;
    agenda.schedule(agenda.now + minutes(random.between(8, 40)), () => {
      const purpose: Purpose = { kind: 'rollback', fixes: [cause.id] };
      this.release.deploy('production', sha, version, purpose, () => {
        // Some deployers also mark the deployment itself.
        if (random.chance(0.5)) emit({ ...cause, status: 'rolled_back', updatedAt: agenda.now });
        this.resolveSoon(incident);
      });
    });
  }

  /** A commit on top of what runs, deployed by itself and brought back to the main line. */
  private fixForward(incident: SampleIncident): void {
    const { agenda, random } = this.workshop;
    const beganAt = agenda.now + minutes(random.between(10, 60));
    agenda.schedule(beganAt + minutes(random.between(20, 150)), () => {
      const version = `hotfix-${incident.id}`;
      const sha = this.commitFix(beganAt);
      const purpose: Purpose = { kind: 'hotfix', fixes: [incident.id], unplanned: true };
      this.release.deploy('production', sha, version, purpose, () => {
        this.resolveSoon(incident);
      });
    });
  }

  private commitFix(authoredAt: Instant): string {
    const { agenda, random, history, people } = this.workshop;
    const running = this.release.inProduction().now?.sha ?? history.tip;
    const fix = {
      authoredAt,
      committedAt: agenda.now,
      author: random.pick(people),
      paths: touchedPaths(this.release.service, random).slice(0, 1),
    };
    if (running === history.tip) return history.commitToMain(fix);
    const sha = history.commit({ ...fix, parents: [running], branch: 'hotfix' });
    history.mergeToMain(sha, { ...fix, authoredAt: agenda.now });
    return sha;
  }

  /** They watch for a while before they call it over. */
  private resolveSoon(incident: SampleIncident): void {
    const { agenda, random, emit } = this.workshop;
    const resolvedAt = agenda.now + minutes(random.between(3, 20));
    agenda.schedule(resolvedAt, () => {
      emit({ ...incident, resolvedAt });
    });
  }
}

function minutes(count: number): number {
  return Math.round(count) * MINUTE;
}
