import {
  readCutOffCommits,
  readCutOffCounts,
  readDoubtfulShipmentCounts,
  readDoubtfulShipments,
  readIncompletePushes,
} from '@throughline/store';
import { type Finder, storedList } from './found-list.js';
import { storeScope } from './quality-context.js';
import { moment } from './quality-item.js';

const HISTORY = ['history_gap', 'push_incomplete', 'history_boundary'] as const;

/** Looks for parents that are not known, of commits written or shipped in the window. */
export const historyFinder: Finder<(typeof HISTORY)[number]> = {
  names: HISTORY,
  async find(context) {
    const { client } = context;
    const asked = storeScope(context);
    const [counts] = await readCutOffCounts(client, asked);
    const list = (gap: boolean, count: number | undefined) =>
      storedList(
        count ?? 0,
        counts?.commits ?? 0,
        (page) => readCutOffCommits(client, { ...asked, ...page, gap }),
        ({ missing }) => `its parent ${missing.join(', ')} is not known`,
      );
    return {
      history_gap: list(true, counts?.gaps),
      push_incomplete: storedList(
        counts?.incomplete ?? 0,
        counts?.commits ?? 0,
        (page) => readIncompletePushes(client, { ...asked, ...page }),
        ({ note = '' }) => `came with a push that left out ${note} or more before it`,
      ),
      history_boundary: list(false, counts?.boundaries),
    };
  },
};

const SHIPMENTS = ['clock_commit_after_deployment', 'commit_unknown'] as const;

/** Looks among the commits that were shipped in the window. */
export const shipmentFinder: Finder<(typeof SHIPMENTS)[number]> = {
  names: SHIPMENTS,
  async find(context) {
    const { client, catalogue } = context;
    const asked = { ...storeScope(context), ...catalogue.pathPatterns() };
    const [counts] = await readDoubtfulShipmentCounts(client, asked);
    return {
      clock_commit_after_deployment: storedList(
        counts?.writtenAfter ?? 0,
        counts?.known ?? 0,
        (page) => readDoubtfulShipments(client, { ...asked, ...page, kind: 'written_after' }),
        ({ other = 0 }) => `was written at ${moment(other)}`,
      ),
      commit_unknown: storedList(
        counts?.unknown ?? 0,
        counts?.commits ?? 0,
        (page) => readDoubtfulShipments(client, { ...asked, ...page, kind: 'unknown' }),
        () => 'was deployed, but is not known',
      ),
    };
  },
};
