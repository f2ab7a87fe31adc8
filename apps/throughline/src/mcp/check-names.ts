import type { ApiClient } from '../api/api-client.js';
import { serviceListSchema } from '../answers/service-list.js';
import { CommandFailure } from '../command-failure.js';
import { nameInWords } from './names.js';

interface NamesAsked {
  readonly service?: string | undefined;
  readonly team?: string | undefined;
}

/**
 * The platform answers about a service that it never heard of as it does about one that did nothing,
 * and a model would report that as a fact. So a service that is not known is an error; a team may have
 * had services once, so a team without any is only remarked upon.
 *
 * @returns remarks to put before the answer
 * @throws CommandFailure naming the services that are not known
 */
export async function checkNames(
  api: ApiClient,
  { service, team }: NamesAsked,
): Promise<readonly string[]> {
  if (service === undefined && team === undefined) return [];
  const { items } = api.read(serviceListSchema, await api.get('/v1/services', {}));
  const services = unknownOf(service, new Set(items.map(({ name }) => name)));
  if (services.length > 0) {
    throw new CommandFailure(
      `there is no service ${inWords(services)}: look the name up with list_services`,
    );
  }
  const teams = unknownOf(team, new Set(items.map((one) => one.team)));
  return teams.length === 0
    ? []
    : [`Nothing belongs to the team ${inWords(teams)} now: check the name with list_services.`];
}

function unknownOf(asked: string | undefined, known: ReadonlySet<string | null>): string[] {
  const names = (asked ?? '').split(',').map((name) => name.trim());
  return names.filter((name) => name !== '' && !known.has(name));
}

function inWords(names: readonly string[]): string {
  return names.slice(0, 5).map(nameInWords).join(', ');
}
