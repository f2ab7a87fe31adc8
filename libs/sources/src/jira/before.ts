import { formerly, type Issue, type Payload } from './payload.js';

/** The issue as it was before the update: what the rules went by then, undone change by change. */
export function issueBefore(payload: Payload): Issue {
  const { issue } = payload;
  const { fields } = issue;
  const key = formerly(payload, 'key') ?? issue.key;
  const labels = formerly(payload, 'labels');
  return {
    key,
    fields: {
      ...fields,
      summary: formerly(payload, 'summary') ?? fields.summary,
      issuetype: { name: formerly(payload, 'issuetype') ?? fields.issuetype?.name },
      priority: { name: formerly(payload, 'priority') ?? fields.priority?.name },
      project: {
        // The changes tell the name of the former project only; its key begins the issue's.
        key: key === issue.key ? fields.project?.key : key.slice(0, key.lastIndexOf('-')),
        name: formerly(payload, 'project') ?? fields.project?.name,
      },
      components: componentsBefore(payload).map((name) => ({ name })),
      labels: labels === undefined ? fields.labels : labels.split(' ').filter(Boolean),
    },
  };
}

/** There is a change for each component that was given or taken. */
function componentsBefore({ issue, changelog }: Payload): readonly string[] {
  const changes = changelog?.items?.filter(({ field }) => field?.toLowerCase() === 'component');
  const given = new Set(changes?.map((change) => change.toString));
  const kept = (issue.fields.components ?? []).flatMap((component) => component?.name ?? []);
  const taken = (changes ?? []).flatMap(({ fromString }) => fromString ?? []);
  return [...kept.filter((name) => !given.has(name)), ...taken];
}
