import { type EventInput, events, ignored, type Normalised } from '../source.js';
import { tidyLabels, tidyName, tidyProse, webLink } from '../tidy.js';
import type { Trouble } from './incident-rule.js';
import { incidentTarget } from './incident-target.js';
import type { Mapping } from './mapping.js';

type Time = string | number | null | undefined;
type Text = string | null | undefined;

/** What a tool tells of an incident as it is now, in the tool's own texts; they are made to fit here. */
export interface IncidentSaid {
  /** The name of the source. */
  readonly source: string;
  /** Stays the same from the first delivery about the incident to the last. */
  readonly id: string;
  /** When what the delivery says was true. */
  readonly updatedAt: Time;
  readonly openedAt: Time;
  readonly acknowledgedAt?: Time;
  /** By its status: of one that was opened again the time it ended at may still be there. */
  readonly isOver: boolean;
  readonly resolvedAt: Time;
  /** The deployment that brought it about, where the tool says so. */
  readonly causedBy?: { readonly deploymentId: string } | undefined;
  readonly title?: Text;
  readonly url?: Text;
  readonly labels?: readonly Text[];
  /**
   * Something that rules go by, such as its priority, may have changed since an earlier delivery.
   * What they ignore now may have been told before, and would stay open for ever: it is taken back.
   */
  readonly reconsidered?: boolean;
}

/** The incident that a tool tells of, if the rules take it for one. */
export function toldIncident(
  mapping: Mapping,
  trouble: Trouble,
  toolSays: 'incident' | 'unknown',
  said: IncidentSaid,
): Normalised {
  const target = incidentTarget(mapping, trouble, toolSays);
  const { id, title, url, labels, reconsidered, isOver, resolvedAt, ...rest } = said;
  if (target === undefined) {
    return reconsidered
      ? events(withdrawnIncident(mapping, trouble, said))
      : ignored(NO_INCIDENT[toolSays]);
  }
  // The delivery that ended it told that.
  if (isOver && !resolvedAt) return ignored('it is over, but this does not tell since when');
  return events({
    type: 'incident',
    ...rest,
    resolvedAt: isOver ? resolvedAt : undefined,
    id: tidyName(id, LONGEST_ID),
    title: tidyProse(title, 16_384),
    url: webLink(url),
    labels: tidyLabels(labels ?? []),
    ...target,
  });
}

/** Takes an incident back that is no longer one, or has become part of another one. */
export function withdrawnIncident(
  mapping: Mapping,
  trouble: Trouble,
  { source, id, updatedAt }: Pick<IncidentSaid, 'source' | 'id' | 'updatedAt'>,
): EventInput {
  const services = incidentTarget(mapping, trouble, 'incident')?.services ?? [];
  return {
    type: 'incident',
    source,
    id: tidyName(id, LONGEST_ID),
    updatedAt,
    retracted: true,
    services,
  };
}

const LONGEST_ID = 500;

/** Why nothing came of it, for the answer to its sender. */
const NO_INCIDENT = {
  incident: 'a rule of `incidents` of this source says that it is none',
  unknown:
    'the configuration does not call it an incident: add a rule to `incidents` of this source if it is one',
};
