import type { Conditions, Told } from './conditions.js';

/** What a tool may tell of something that may be an incident; each is a condition of a rule too. */
export const TROUBLE_PROPERTIES = [
  'label',
  'severity',
  'priority',
  'urgency',
  'type',
  'team',
  'service',
  'project',
  'repository',
  'environment',
  'title',
] as const;

export type TroubleProperty = (typeof TROUBLE_PROPERTIES)[number];

/** Something that went wrong, by the names of the tool that says so. Labels with values are `key=value`. */
export interface Trouble extends Told<TroubleProperty> {
  /** The tool's id of the one service it names: a rule and the catalogue may go by it too. */
  readonly serviceId?: string | null | undefined;
}

/** A rule of `sources.*.incidents`: what is an incident, of which services. */
export interface IncidentRule {
  readonly when: Conditions<TroubleProperty>;
  /** Left out: what `{service}` captured, or what the tool names. */
  readonly service?: readonly string[] | undefined;
  readonly environment?: string | undefined;
  /** Left out: the tool's own severity. */
  readonly severity?: string | undefined;
  /** It is no incident, whatever the tool says. */
  readonly ignore: boolean;
}
