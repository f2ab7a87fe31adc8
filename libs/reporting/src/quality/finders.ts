import { changeFinder } from './change-finder.js';
import { historyFinder, shipmentFinder } from './commit-finder.js';
import { deploymentFinder } from './deployment-finder.js';
import { environmentFinder } from './environment-finder.js';
import type { FindingName, FoundList } from './found-list.js';
import { incidentFinder } from './incident-finder.js';
import type { QualityContext } from './quality-context.js';
import { futureFinder, quarantineFinder } from './received-finder.js';
import { serviceFinder } from './service-finder.js';
import { silenceFinder } from './silence-finder.js';

const FINDERS = [
  incidentFinder,
  deploymentFinder,
  changeFinder,
  historyFinder,
  shipmentFinder,
  silenceFinder,
  futureFinder,
  serviceFinder,
  environmentFinder,
  quarantineFinder,
] as const;

/** Everything that is looked for. */
export type FoundLists = Readonly<Record<FindingName, FoundList>>;

export async function findAll(context: QualityContext): Promise<FoundLists> {
  const [
    incidents,
    deployments,
    changes,
    history,
    shipments,
    silence,
    future,
    services,
    environments,
    received,
  ] = await Promise.all([
    incidentFinder.find(context),
    deploymentFinder.find(context),
    changeFinder.find(context),
    historyFinder.find(context),
    shipmentFinder.find(context),
    silenceFinder.find(context),
    futureFinder.find(context),
    serviceFinder.find(context),
    environmentFinder.find(context),
    quarantineFinder.find(context),
  ]);
  return {
    ...incidents,
    ...deployments,
    ...changes,
    ...history,
    ...shipments,
    ...silence,
    ...future,
    ...services,
    ...environments,
    ...received,
  };
}

/** What is found under one name; undefined where nothing has that name. */
export async function findOne(
  name: string,
  context: QualityContext,
): Promise<FoundList | undefined> {
  const finder = FINDERS.find(({ names }) => names.some((one) => one === name));
  const found: Partial<FoundLists> | undefined = await finder?.find(context);
  return found?.[name as FindingName];
}
