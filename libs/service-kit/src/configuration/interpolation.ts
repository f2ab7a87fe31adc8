/** Reads environment variables by name; `undefined` when one is not set. */
export type Variables = Readonly<Record<string, string | undefined>>;

export type Interpolation =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string };

const REFERENCE = /\$\$\{|\$\{([^}]*)(\}?)/g;
const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Replaces every `${NAME}` by that environment variable; `$${` stands for a plain `${`.
 * An empty variable counts as missing: a secret that silently became "" would be worse than no start.
 * What a variable holds is not interpolated again and never appears in a message.
 */
export function interpolate(text: string, variables: Variables): Interpolation {
  let fault: string | undefined;
  const value = text.replace(REFERENCE, (reference: string, name?: string, closing?: string) => {
    if (name === undefined) return '${';
    const found = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (closing === '') fault ??= `"${reference}" has no closing brace`;
    else if (!VARIABLE_NAME.test(name)) fault ??= `"${name}" is not the name of a variable`;
    else if (found === undefined || found === '')
      fault ??= `the environment variable ${name} is not set or empty`;
    return found ?? '';
  });
  return fault === undefined ? { ok: true, value } : { ok: false, message: fault };
}
