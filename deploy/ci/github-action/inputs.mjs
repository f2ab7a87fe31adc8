/** Inputs that are one word each of the command line, under the same name. */
const WORDS = [
  'service',
  'environment',
  'id',
  'repository',
  'sha',
  'version',
  'artifact',
  'link',
  'kind',
  'timeout',
];

/** Inputs that are true or not. */
const SWITCHES = ['unplanned', 'strict'];

/** Inputs of a value a line, with the word that takes them. */
const LISTS = { fixes: '--fixes', labels: '--label' };

/**
 * An input as the runner hands it over; empty where it is not given.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs
 *
 * @param {string} name
 */
export function input(name) {
  return (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

/** The words of `report deployment` that say what the inputs say. */
export function wordsOf() {
  const words = WORDS.filter((name) => input(name) !== '').map(
    (name) => `--${name}=${input(name)}`,
  );
  const switches = SWITCHES.filter((name) => input(name) === 'true').map((name) => `--${name}`);
  const lists = Object.entries(LISTS).flatMap(([name, word]) =>
    input(name)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => `${word}=${line.trim()}`),
  );
  return [...words, ...switches, ...lists];
}

/**
 * Becomes the reporter, in this process: it is the one that the runner signals.
 *
 * @param {readonly string[]} words
 */
export async function report(words) {
  // Not as words: an error would show them.
  if (input('url') !== '') process.env.THROUGHLINE_URL = input('url');
  if (input('token') !== '') process.env.THROUGHLINE_TOKEN = input('token');
  // The reporter keeps its own variable from what it runs; this one it does not know.
  delete process.env.INPUT_TOKEN;
  process.argv = [process.execPath, 'report.mjs', ...words];
  await import('../report.mjs');
}
