/**
 * What some tests need beyond Node: a server of another project. A lane is open, or skipped for a reason.
 *
 * @typedef {object} OpenLane
 * @property {string} name
 * @property {string} how what the tests were given, in words
 * @property {Record<string, string>} environment how the tests find it
 * @property {() => Promise<void>} stop ends what was started for it, and only that
 *
 * @typedef {object} SkippedLane
 * @property {string} name
 * @property {string} skipped the reason, with what would mend it
 *
 * @typedef {OpenLane | SkippedLane} Lane
 */

/**
 * The last lines of a run.
 *
 * @param {Lane[]} lanes
 * @returns {string[]} skipped lanes last: they are what a reader must not miss
 */
export function inWords(lanes) {
  return [
    ...lanes.filter((lane) => 'how' in lane).map(({ name, how }) => `lane ${name}: ${how}`),
    ...lanes
      .filter((lane) => 'skipped' in lane)
      .map(({ name, skipped }) => `lane ${name}: SKIPPED, ${skipped}`),
  ];
}
