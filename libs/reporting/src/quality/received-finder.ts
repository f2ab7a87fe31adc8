import {
  readFuture,
  readFutureCount,
  readQuarantined,
  readQuarantinedCount,
} from '@throughline/store';
import { type Finder, storedList } from './found-list.js';
import { storeScope } from './quality-context.js';
import { moment, stretch } from './quality-item.js';

/** Looks for what was received in the window and could not be used, whoever it was about. */
export const quarantineFinder: Finder<'quarantined'> = {
  names: ['quarantined'],
  async find({ client, window }) {
    const asked = { from: window.start, to: window.end };
    const [counted] = await readQuarantinedCount(client, asked);
    return {
      quarantined: storedList(
        counted?.entries ?? 0,
        null,
        (page) => readQuarantined(client, { ...asked, ...page }),
        ({ note = 'could not be used' }) => note,
      ),
    };
  },
};

/** Looks for what has a moment that has not come yet, whatever the window. */
export const futureFinder: Finder<'clock_in_future'> = {
  names: ['clock_in_future'],
  async find(context) {
    const { client, now } = context;
    const asked = { ...storeScope(context), now };
    const [counted] = await readFutureCount(client, asked);
    return {
      clock_in_future: storedList(
        counted?.things ?? 0,
        null,
        (page) => readFuture(client, { ...asked, ...page }),
        ({ at }) => `is dated ${stretch((at - now) / 1000)} ahead, ${moment(at)}`,
      ),
    };
  },
};
