import { webAddress } from '../values.js';
import { defineSection } from './section.js';

/** Where people reach the dashboard: what is sent to them links to it. */
export const publicUrlSection = defineSection({
  schema: webAddress.transform((address) => address.replace(/\/+$/, '')).optional(),
  describe: (address) =>
    address === undefined ? [] : [`People reach the dashboard at ${address}.`],
});
