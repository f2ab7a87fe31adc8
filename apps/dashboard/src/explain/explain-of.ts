import { GROUPINGS, type Grouping } from '../filters/filters.js';

/** What an explained number is about: the row of a group, or one deployment. */
export type ExplainOf =
  | {
      readonly groupBy: Grouping;
      /** Empty for the row of what belongs to none. */ readonly group: string;
    }
  | { readonly deployment: DeploymentAddress };

export interface DeploymentAddress {
  readonly service: string;
  readonly environment: string;
  readonly id: string;
}

const DEPLOYMENT = 'deployment:';

/** `service:api` for the row of a group; null is the row of what belongs to none. */
export function ofGroup(groupBy: Grouping, group: string | null): string {
  return `${groupBy}:${group ?? ''}`;
}

/** `deployment:api/production/42`: as the path of its page, so that a slash in a name is none between names. */
export function ofDeployment({ service, environment, id }: DeploymentAddress): string {
  return DEPLOYMENT + [service, environment, id].map(encodeURIComponent).join('/');
}

/** Reads `explainOf` of an address; undefined where it says nothing that can be asked for. */
export function readExplainOf(text: string): ExplainOf | undefined {
  if (text.startsWith(DEPLOYMENT)) {
    const [service, environment, id, ...rest] = text
      .slice(DEPLOYMENT.length)
      .split('/')
      .map(decode);
    return service && environment && id && rest.length === 0
      ? { deployment: { service, environment, id } }
      : undefined;
  }
  const at = text.indexOf(':');
  const groupBy = GROUPINGS.find((grouping) => grouping === text.slice(0, at));
  return groupBy && { groupBy, group: text.slice(at + 1) };
}

/** An address that people write by hand may have a stray `%`. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
