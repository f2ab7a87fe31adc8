import type { z } from 'zod';
import type { deploymentRule, incidentRule } from './source-rules.js';

type When = Readonly<Record<string, readonly string[] | undefined>>;

/** What a rule of a source means, in a sentence. */
export function describeDeploymentRule(
  source: string,
  { when, service, environment, kind, ignore }: z.output<typeof deploymentRule>,
): string {
  const runs = `What ${source} runs ${conditionsInWords(when)}`;
  if (ignore) return `${runs} is no deployment.`;
  const what = service?.join(' and ') ?? 'the service it names';
  const where = environment ?? 'the environment it names';
  return `${runs} deploys ${what} to ${where}${kind === undefined ? '' : ` as a ${kind}`}.`;
}

export function describeIncidentRule(
  source: string,
  { when, service, environment, severity, ignore }: z.output<typeof incidentRule>,
): string {
  const tells = `What ${source} tells ${conditionsInWords(when)}`;
  if (ignore) return `${tells} is no incident.`;
  const details = [
    service && `of ${service.join(' and ')}`,
    environment && `in ${environment}`,
    severity && `of severity ${severity}`,
  ].filter((detail) => detail !== undefined);
  return `${[`${tells} is an incident`, ...details].join(' ')}.`;
}

function conditionsInWords(when: When): string {
  const conditions = Object.entries(when).map(
    ([property, patterns = []]) =>
      `${property} ${patterns.map((pattern) => `"${pattern}"`).join(' or ')}`,
  );
  return conditions.length === 0 ? 'at all' : `with ${conditions.join(' and ')}`;
}
