import {
  begunEntries,
  changeEntries,
  changeFailEntries,
  changeStages,
  type ChangeStages,
  ENTRY_RULES,
  type Entry,
  type Failure,
  FAILURE_RULES,
  type FailureLink,
  frequencyEntries,
  type Incident,
  incidentsOfRow,
  isIn,
  type Judged,
  localDate,
  type MergedChange,
  openedIn,
  type Period,
  recoveryEntries,
  restoreEntries,
  type Restoration,
  reworkEntries,
} from '@throughline/dora';
import { formatInstant, type Instant } from '@throughline/events';
import type { Rows } from '../metrics/row-source.js';
import type { ExplainItem, PlacedItem } from './explain-item.js';

const MILLISECONDS = 1000;

/** What a row looked at that is not a commit, as items of each account. */
export class AccountItems {
  constructor(
    private readonly found: Rows,
    private readonly key: string,
    private readonly period: Period,
  ) {}

  frequency(): PlacedItem[] {
    const { definition, hasKnownCommit } = this.found.question;
    const entries = frequencyEntries(this.judged(), definition.deployments, hasKnownCommit);
    const times = entries
      .filter(({ numerator }) => numerator)
      .map(({ subject }) => subject.deployment.finishedAt)
      .sort((a, b) => a - b);
    const gaps = new Map(
      times.slice(1).map((time, index) => [time, time - (times[index] ?? time)]),
    );
    const first = new Set<Instant>();
    return [...entries]
      .sort((a, b) => a.subject.deployment.finishedAt - b.subject.deployment.finishedAt)
      .map((entry) => {
        const time = entry.subject.deployment.finishedAt;
        // Of several at one moment one has the gap to those before it, the others none.
        const gap = first.has(time) ? 0 : gaps.get(time);
        if (entry.numerator) first.add(time);
        const seconds = entry.numerator && gap !== undefined ? gap / MILLISECONDS : undefined;
        return this.ofDeployment({ ...entry, ...(seconds === undefined ? {} : { seconds }) });
      });
  }

  failures(): PlacedItem[] {
    const { failure } = this.found.question.definition;
    return changeFailEntries(this.judged(), openedIn(this.incidents(), this.period), failure).map(
      (entry, index) =>
        'deployment' in entry.subject
          ? this.ofDeployment({ ...entry, subject: entry.subject })
          : this.ofIncident(
              { ...entry, subject: { incident: entry.subject, startedAt: entry.subject.openedAt } },
              entry.subject.openedAt,
              `#${index}`,
            ),
    );
  }

  recovery(): PlacedItem[] {
    return recoveryEntries(this.judged(), this.found.question.definition, this.period).map(
      (entry) => this.ofFailure(entry),
    );
  }

  rework(): PlacedItem[] {
    return reworkEntries(this.judged(), this.found.question.definition).map((entry) =>
      this.ofDeployment(entry),
    );
  }

  restore(): PlacedItem[] {
    const { definition, causedAt, asOf } = this.found.question;
    const incidents = incidentsOfRow(this.incidents(), this.period, definition);
    return restoreEntries(incidents, definition.restore, causedAt).map((entry) => {
      const { incident, startedAt } = entry.subject;
      const isOpen = entry.rule === 'open';
      const at =
        definition.restore.by === 'resolved'
          ? (incident.resolvedAt ?? incident.openedAt)
          : incident.openedAt;
      const soFar = Math.max(0, asOf - startedAt) / MILLISECONDS;
      return this.ofIncident(isOpen ? { ...entry, seconds: soFar } : entry, at);
    });
  }

  /** Changes, where the definition times these. */
  changes(of: 'shipped' | 'waiting' | 'begun'): PlacedItem[] {
    const { definition, asOf } = this.found.question;
    const { leadTime } = definition;
    if (leadTime.of !== 'changes') return [];
    const { journeys } = this.found;
    if (of === 'shipped') {
      return changeEntries(journeys.shippedIn(this.key, this.period), leadTime).map((entry) =>
        this.ofChange(entry),
      );
    }
    if (of === 'waiting') {
      return journeys
        .waitingChanges(this.key, this.period)
        .map((subject) =>
          this.ofChange({ subject, rule: 'waiting', numerator: true, denominator: true }),
        );
    }
    const merged = journeys.changesMergedIn(this.key, this.period);
    return begunEntries(merged, leadTime, asOf).map((entry) => this.ofChange(entry));
  }

  /** Changes and how long a stage of each took; without a stage just the changes. */
  stages(stage: keyof ChangeStages | undefined): PlacedItem[] {
    return this.found.journeys.shippedIn(this.key, this.period).map((subject) => {
      const seconds = stage === undefined ? null : changeStages(subject)[stage];
      const counts = !subject.baseline && (stage === undefined || seconds !== null);
      return this.ofChange({
        subject,
        rule: subject.baseline ? 'baseline' : counts ? 'shipped' : 'stage_unknown',
        numerator: counts,
        denominator: counts,
        ...(counts && seconds !== null ? { seconds } : {}),
      });
    });
  }

  private judged(): readonly Judged[] {
    return this.found.deployments.filter(
      ({ deployment }) =>
        isIn(this.period, deployment.finishedAt) &&
        this.found.groups.keyOf(deployment, deployment.finishedAt) === this.key,
    );
  }

  private incidents(): readonly Incident[] {
    return this.found.groups.incidentsByKey(this.found.incidents).get(this.key) ?? [];
  }

  private ofDeployment(entry: Entry<Judged>): PlacedItem {
    const { deployment, failureReasons, doubted } = entry.subject;
    return this.place(entry, deployment.finishedAt, 'deployment', {
      service: deployment.service,
      environment: deployment.environment,
      repository: this.found.groups.repositoryOf(deployment) ?? null,
      id: deployment.id,
      reasons: [
        ...failureReasons.map((link) => reasonOf(link, true)),
        ...doubted.map((link) => reasonOf(link, false)),
      ],
    });
  }

  private ofFailure(entry: Entry<Failure>): PlacedItem {
    const { judged, incident } = entry.subject;
    const { deployment } = judged;
    const isOpen = entry.rule === 'open';
    const lasted = Math.max(0, this.found.question.asOf - deployment.finishedAt) / MILLISECONDS;
    const timed = isOpen ? { ...entry, seconds: lasted } : entry;
    if (incident === undefined) {
      const placed = this.ofDeployment({ ...timed, subject: judged });
      return { ...placed, item: { ...placed.item, ended: endedOf(entry) } };
    }
    const placed = this.ofIncident(
      { ...timed, subject: { incident, startedAt: deployment.finishedAt } },
      deployment.finishedAt,
      deployment.id,
    );
    return { ...placed, item: { ...placed.item, deploymentId: deployment.id } };
  }

  private ofIncident(entry: Entry<Restoration>, at: Instant, part = ''): PlacedItem {
    const { incident } = entry.subject;
    const placed = this.place(entry, at, 'incident', {
      service: incident.services.join(', ') || null,
      environment: incident.environment ?? null,
      source: incident.source,
      id: incident.id,
      ended: endedOf(entry),
    });
    return { ...placed, key: `${placed.key} ${part}` };
  }

  private ofChange(entry: Entry<MergedChange>): PlacedItem {
    const { subject } = entry;
    const at = subject.deploymentFinishedAt ?? subject.mergedAt;
    return this.place(entry, at, 'change', {
      service: subject.service,
      environment: subject.environment,
      repository: subject.repository,
      id: String(subject.number),
      deploymentId: subject.deploymentId ?? null,
      ended: subject.deploymentId !== undefined,
    });
  }

  private place(
    { rule, numerator, denominator, seconds }: Omit<Entry<unknown>, 'subject'>,
    at: Instant,
    type: ExplainItem['type'],
    thing: Pick<ExplainItem, 'id'> & Partial<ExplainItem>,
  ): PlacedItem {
    const item = {
      type,
      numerator,
      denominator,
      rule,
      because: ENTRY_RULES[rule],
      seconds: seconds ?? null,
      ended: null,
      at: formatInstant(at),
      date: localDate(at, this.found.question.timezone),
      service: null,
      environment: null,
      repository: null,
      source: null,
      deploymentId: null,
      reasons: [],
      ...thing,
    };
    const { source, repository, service, environment, id } = item;
    return { item, at, key: JSON.stringify([type, source, repository, service, environment, id]) };
  }
}

function endedOf({ rule, denominator }: Pick<Entry<unknown>, 'rule' | 'denominator'>) {
  return denominator ? rule !== 'open' : null;
}

function reasonOf(link: FailureLink, believed: boolean): ExplainItem['reasons'][number] {
  return {
    rule: link.rule,
    confidence: link.confidence,
    says: FAILURE_RULES[link.rule].says,
    believed,
    ...(link.incident === undefined ? {} : { incidentId: link.incident.id }),
    ...(link.remedy === undefined ? {} : { deploymentId: link.remedy.id }),
  };
}
