import { DAYS_OF_RHYTHM, type Silence } from '@throughline/dora';
import { type Finder, listOf } from './found-list.js';
import { judgedRhythms, type RhythmRow } from './judged-rhythms.js';
import { storeScope } from './quality-context.js';
import { type Found, moment, stretch } from './quality-item.js';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Looks for sources and services that have stopped speaking by the end of the window. One that
 * stopped more than 90 days before the window began is taken to be retired.
 */
export const silenceFinder: Finder<'source_silent'> = {
  names: ['source_silent'],
  async find(context) {
    const { client, window, timezone, now } = context;
    const judged = await judgedRhythms(
      client,
      storeScope(context),
      window.start - DAYS_OF_RHYTHM * DAY,
      Math.min(window.end, now),
      timezone,
    );
    return {
      source_silent: listOf(
        judged
          .filter(({ silence }) => silence.silent)
          .map(({ row, silence }) => foundSilence(row, silence)),
        judged.length,
      ),
    };
  },
};

function foundSilence(
  { kind, source, service, environment, lastAt }: RhythmRow,
  { quietSeconds, secondsBetween }: Silence,
): Found {
  const isService = service !== undefined;
  return {
    thing: isService ? 'service' : 'source',
    id: isService ? undefined : kind,
    services: isService ? [service] : [],
    environment,
    source,
    at: lastAt,
    says: `no ${kind} for ${stretch(quietSeconds)}, since ${moment(lastAt)}; until then one every ${stretch(secondsBetween)}`,
  };
}
