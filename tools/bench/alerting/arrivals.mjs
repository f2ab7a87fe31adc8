import { DORA, judge, outcomesOf } from '../../../libs/dora/dist/index.js';

/** Of each thing the newest version, as the store keeps it; judged, and read as outcomes. */
export function outcomesOfMessages(messages) {
  const newest = new Map();
  for (const message of messages) {
    const key = `${message.kind} ${message.key}`;
    const kept = newest.get(key);
    if (kept === undefined || message.version > kept.version) newest.set(key, message);
  }
  const facts = (kind) =>
    [...newest.values()].filter((message) => message.kind === kind).map(({ fact }) => fact);
  const evidence = {
    deployments: facts('deployment'),
    incidents: facts('incident'),
    verdicts: facts('verdict'),
    reverts: [],
    hotfixes: new Set(),
    firstShipper: () => undefined,
    production: ['production'],
  };
  return outcomesOf(judge(evidence, DORA).deployments);
}
