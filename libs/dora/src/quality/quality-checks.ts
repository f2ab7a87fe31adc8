/** How much a finding matters: nothing was found, it explains a number, or it bends one. */
export type Severity = 'ok' | 'notice' | 'warning';

/** Something that is looked for among the facts because numbers cannot be trusted where it is. */
export interface QualityCheck {
  readonly title: string;
  /** What it is found among, such as `incidents`; null where that cannot be counted. */
  readonly among: string | null;
  /** The predicate of one, and of several. */
  readonly one: string;
  readonly many: string;
  /** What to do about it. */
  readonly remedy: string;
  /** From which share on it is a warning (0: the first one is); null: it only explains. */
  readonly warnsFrom: number | null;
}

/** Every check by its name, in the order in which they are told. */
export const QUALITY_CHECKS = {
  incident_cause_unknown: {
    title: 'Incidents whose named cause is not known',
    among: 'incidents',
    one: 'names a cause that is not known here, or that several services have',
    many: 'name a cause that is not known here, or that several services have',
    remedy:
      'Send the deployment that is named, or correct causedBy: the id, sha or version must be that of a deployment of the incident’s services and environment.',
    warnsFrom: 0,
  },
  incident_names_nothing: {
    title: 'Incidents that name neither a service nor a cause',
    among: 'incidents',
    one: 'names neither a service nor a cause, so no deployment can be linked to it',
    many: 'name neither a service nor a cause, so no deployment can be linked to them',
    remedy:
      'Have the incident tool send service or services; better still, causedBy with the deployment’s id.',
    warnsFrom: 0.2,
  },
  incident_without_deployment: {
    title: 'Incidents linked to no deployment',
    among: 'incidents',
    one: 'names a service or a cause, but no deployment is linked to it by a rule that the definition believes',
    many: 'name a service or a cause, but no deployment is linked to them by a rule that the definition believes',
    remedy:
      'Not every incident comes from a deployment. Where one does, name it in causedBy, or give a verdict on the deployment.',
    warnsFrom: null,
  },
  deployment_commit_unknown: {
    title: 'Deployments of unknown commits',
    among: 'deployments that name a commit',
    one: 'names one that is not known here, so what it brought is not counted',
    many: 'name one that is not known here, so what they brought is not counted',
    remedy:
      'Send the commits before or after: `throughline import git PATH`, `import github` or `import gitlab`, or a webhook for pushes. Check that repository and sha are those of the commit, not of an image.',
    warnsFrom: 0.05,
  },
  deployment_without_commit: {
    title: 'Deployments that name no commit',
    among: 'deployments',
    one: 'names no commit, so it has no lead time',
    many: 'name no commit, so they have no lead time',
    remedy:
      'Send repository and sha with each deployment, or the artifact, and from its build an artifact event that tells the commit.',
    warnsFrom: 0.05,
  },
  deployment_artifact_unbuilt: {
    title: 'Deployments of artifacts that nobody has built',
    among: 'deployments that name an artifact',
    one: 'names one of which no build is known, so what it brought is not found by it',
    many: 'name one of which no build is known, so what they brought is not found by it',
    remedy:
      'Send an artifact event from the build: the image by its digest, the repository and the sha. Check that both name the same digest, tag or package.',
    // Where deployments tell their commit themselves nothing is missing.
    warnsFrom: null,
  },
  deployment_ships_unknown: {
    title: 'Successful deployments that shipped nothing for want of a commit',
    among: 'successful deployments',
    one: 'shipped nothing that lead time could count, because it names no commit that is known',
    many: 'shipped nothing that lead time could count, because they name no commit that is known',
    remedy:
      'What they brought is counted with the next deployment of a known commit, and looks slower than it was. Send their sha and their commits.',
    warnsFrom: 0.05,
  },
  history_gap: {
    title: 'Gaps in a history',
    among: 'commits written or shipped',
    one: 'has a parent that is not known, in a repository whose first commit is known: a push is incomplete',
    many: 'have a parent that is not known, in a repository whose first commit is known: a push is incomplete',
    remedy:
      'Everything behind the gap looks unshipped. Send the missing commits: `throughline import git PATH` sends them all (`import github` and `import gitlab` do so without a clone), and what is known already counts once.',
    warnsFrom: 0,
  },
  push_incomplete: {
    title: 'Pushes that did not carry all their commits',
    among: 'commits written or shipped',
    one: 'came with a push that names commits before it which it did not carry: what these were is not counted',
    many: 'came with pushes that name commits before them which they did not carry: what these were is not counted',
    remedy:
      'Send the missing commits: `throughline import git PATH`, `import github` or `import gitlab`. The gap closes as they arrive.',
    warnsFrom: 0.01,
  },
  history_boundary: {
    title: 'Histories that begin late',
    among: 'commits written or shipped',
    one: 'has a parent that is not known, in a repository whose first commit is not known either',
    many: 'have a parent that is not known, in a repository whose first commit is not known either',
    remedy:
      'The history begins there: a shallow clone, or an import with --since. Import the whole history if older commits are still being shipped.',
    warnsFrom: null,
  },
  source_silent: {
    title: 'Sources gone silent',
    among: 'sources with a rhythm',
    one: 'has been quiet for longer than its rhythm explains',
    many: 'have been quiet for longer than their rhythm explains',
    remedy:
      'Look whether the webhook, the CI job or the token still works. If it was retired this is right, and goes once the silence began more than 90 days before the window.',
    warnsFrom: 0,
  },
  clock_commit_after_deployment: {
    title: 'Commits written after they were shipped',
    among: 'commits shipped',
    one: 'was written after the deployment that shipped it had finished: a negative lead time',
    many: 'were written after the deployment that shipped them had finished: negative lead times',
    remedy:
      'A clock is wrong, of who wrote them or of who deployed. Set clocks by NTP, and send finishedAt with its time zone.',
    warnsFrom: 0.01,
  },
  clock_incident_resolved_before_opened: {
    title: 'Incidents resolved before they opened',
    among: 'incidents',
    one: 'was resolved before it opened',
    many: 'were resolved before they opened',
    remedy: 'Correct openedAt or resolvedAt, and check the time zone of what sends them.',
    warnsFrom: 0.01,
  },
  clock_change_merged_before_opened: {
    title: 'Changes merged before they were opened',
    among: 'merged changes',
    one: 'was merged before it was opened',
    many: 'were merged before they were opened',
    remedy: 'Correct openedAt or mergedAt, and check the time zone of what sends them.',
    warnsFrom: 0.01,
  },
  clock_deployment_finished_before_started: {
    title: 'Deployments finished before they started',
    among: 'deployments with a start',
    one: 'finished before it started',
    many: 'finished before they started',
    remedy: 'Correct startedAt or finishedAt, and let one machine tell both.',
    warnsFrom: 0.01,
  },
  clock_in_future: {
    title: 'Things dated in the future',
    among: null,
    one: 'thing is dated in the future',
    many: 'things are dated in the future',
    remedy:
      'They count once their time has come. Correct the clock or the unit (seconds, not milliseconds) of what sends them, then send them again.',
    warnsFrom: 0,
  },
  service_without_team: {
    title: 'Services without a team',
    among: 'services',
    one: 'has no team, so no team’s numbers have it',
    many: 'have no team, so no team’s numbers have them',
    remedy: 'Give each a team in throughline.yaml, or by an event of type service.',
    warnsFrom: 0.2,
  },
  service_not_in_catalogue: {
    title: 'Services deployed but not in the catalogue',
    among: 'services deployed',
    one: 'is not in the catalogue',
    many: 'are not in the catalogue',
    remedy:
      'Add each to throughline.yaml, or send an event of type service. A misspelt name in a CI job looks like this too.',
    warnsFrom: null,
  },
  service_never_deployed: {
    title: 'Services of the catalogue never deployed',
    among: 'services of the catalogue',
    one: 'was never deployed to the environments asked for',
    many: 'were never deployed to the environments asked for',
    remedy: 'Have its pipeline send an event of type deployment, or take it out of the catalogue.',
    warnsFrom: null,
  },
  environment_unclassified: {
    title: 'Environments of no class',
    among: 'environments deployed to',
    one: 'is of no class, so its deployments count only where it is asked for by name',
    many: 'are of no class, so their deployments count only where they are asked for by name',
    remedy:
      'Name what is production under environments.production in throughline.yaml (as it is written: case counts), or have a rule of its source give it another name. Give the others a class of their own.',
    // Whatever is not production may well be left alone, such as the preview of a change.
    warnsFrom: null,
  },
  quarantined: {
    title: 'Events in quarantine',
    among: null,
    one: 'event that was received could not be used',
    many: 'events that were received could not be used',
    remedy:
      'See what is wrong with each: `throughline quarantine list`. Mend it and send it again.',
    warnsFrom: 0,
  },
  baseline_in_window: {
    title: 'Lead times that begin in the window',
    among: 'successful deployments',
    one: 'is a baseline, the first ever seen of its service there: what it brought has no lead time',
    many: 'are baselines, the first ever seen of their service there: what they brought has no lead time',
    remedy: 'Nothing to mend: compare lead times from later on only.',
    warnsFrom: null,
  },
} as const satisfies Readonly<Record<string, QualityCheck>>;

export type QualityCheckName = keyof typeof QUALITY_CHECKS;

export const QUALITY_CHECK_NAMES = Object.keys(QUALITY_CHECKS) as readonly QualityCheckName[];

/** @param of among how many it was found; null where that cannot be counted */
export function severityOf(check: QualityCheckName, count: number, of: number | null): Severity {
  const { warnsFrom }: QualityCheck = QUALITY_CHECKS[check];
  if (count === 0) return 'ok';
  if (warnsFrom === null) return 'notice';
  return of === null || count / of >= warnsFrom ? 'warning' : 'notice';
}

/** What was found, as a sentence with its figures. */
export function saysOf(check: QualityCheckName, count: number, of: number | null): string {
  const { among, one, many }: QualityCheck = QUALITY_CHECKS[check];
  const predicate = count === 1 ? one : many;
  return among === null || of === null
    ? `${figure(count)} ${predicate}.`
    : `${figure(count)} of ${figure(of)} ${among} ${predicate}.`;
}

function figure(count: number): string {
  return count.toLocaleString('en-GB');
}
