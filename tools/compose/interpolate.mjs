/**
 * Fills `${NAME}`, `${NAME:-default}` and `${NAME:?message}` as Compose does.
 *
 * @param {string} text
 * @param {Record<string, string>} variables
 * @returns {string}
 * @throws {Error} with the file's own message when a required one is missing
 */
export function interpolate(text, variables) {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name, operator, rest) => {
    if (variables[name]) return variables[name];
    if (operator === '?') throw new Error(`${name}: ${rest}`);
    return rest ?? '';
  });
}
