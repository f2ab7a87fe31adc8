import { createToken, type Scope } from '@throughline/service-kit';
import type { Output } from '../terminal/output.js';

export interface NewToken {
  readonly name: string;
  readonly scope: readonly Scope[];
  readonly json?: true;
}

/** Prints a new token, and what the configuration is to know of it. */
export function printNewToken({ name, scope, json }: NewToken, output: Output): void {
  const scopes = [...new Set(scope)];
  const { token, sha256 } = createToken(scopes);
  if (json === true) {
    output.printJson({ name, scopes, token, sha256 });
    return;
  }
  const entry = `{ name: ${JSON.stringify(name)}, sha256: "${sha256}", scopes: [${scopes.join(', ')}] }`;
  output.print(token);
  output.note('This is the only time it is shown. Put its hash into throughline.yaml:');
  output.note('');
  output.note('tokens:');
  output.note(`  - ${entry}`);
}
