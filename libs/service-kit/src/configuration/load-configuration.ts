import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { ConfigurationError } from './configuration-error.js';
import type { Configuration } from './configuration.js';
import { parseConfigurationFile, readConfigurationFile } from './configuration-file.js';
import type { ConfigurationText } from './configuration-file.js';
import { parseEnvironment } from './environment.js';
import type { Environment } from './environment.js';
import type { Variables } from './interpolation.js';
import { isLoopback } from './loopback.js';
import { messageOf } from '../errors/thrown.js';

export interface ConfigurationPlace {
  readonly variables: Variables;
  /** What relative paths in variables are relative to. */
  readonly workingDirectory: string;
  /** The sources this process can verify; a name in the file outside of them is a fault. */
  readonly knownSources?: readonly string[] | undefined;
}

const DEFAULT_FILE = 'throughline.yaml';

/**
 * Reads the environment variables and throughline.yaml into one checked value.
 * Reads only: nothing is created and no connection is tried.
 * @throws ConfigurationError with everything that is wrong, in words.
 */
export function loadConfiguration(place: ConfigurationPlace): Configuration {
  const { host, port, dataDirectory, configurationFile, ...rest } = parseEnvironment(
    place.variables,
  );
  const found = readFile(place, configurationFile);
  const file = parseConfigurationFile(found.content, place.variables);
  refuseOpenHost(host, file.tokens.length);
  return {
    ...rest,
    ...file,
    http: { host, port },
    dataDirectory: resolve(place.workingDirectory, dataDirectory),
    file: found.path,
  };
}

/**
 * The rules of throughline.yaml as it states them, without whom they tell: for whoever asks another
 * process about them. Undefined where it states none.
 * @throws ConfigurationError with everything that is wrong in the file
 */
export function statedAlertRules(place: ConfigurationPlace): readonly object[] | undefined {
  const { configurationFile } = parseEnvironment(place.variables);
  const { content } = readFile(place, configurationFile);
  parseConfigurationFile(content, place.variables);
  const { value } = readConfigurationFile(content, place.variables);
  const { alerts } = (value ?? {}) as { readonly alerts?: readonly object[] };
  // Receivers hold secrets, and a replay tells nobody.
  return alerts?.map((rule) => ({ ...rule, notify: [] }));
}

function readFile(
  { workingDirectory, knownSources }: ConfigurationPlace,
  configured: Environment['configurationFile'],
): { path: string | undefined; content: ConfigurationText } {
  const path = resolve(workingDirectory, configured ?? DEFAULT_FILE);
  const name = configured ?? DEFAULT_FILE;
  if (configured === undefined && !existsSync(path)) {
    return { path: undefined, content: { name, text: '', knownSources } };
  }
  try {
    return { path, content: { name, text: readFileSync(path, 'utf8'), knownSources } };
  } catch (error) {
    throw new ConfigurationError([
      {
        where: configured === undefined ? relative(workingDirectory, path) : 'THROUGHLINE_CONFIG',
        path: '',
        message: `cannot be read: ${messageOf(error)}`,
      },
    ]);
  }
}

/** Without a token the API is open to whoever reaches it, so only this machine may. */
function refuseOpenHost(host: string, tokens: number): void {
  if (tokens > 0 || isLoopback(host)) return;
  throw new ConfigurationError([
    {
      where: 'THROUGHLINE_HOST',
      path: '',
      message: `${host} can be reached from other machines, but no token is configured, so anyone could read and write`,
      hint:
        'create one with `throughline token create` and put it under `tokens` in throughline.yaml, ' +
        'or listen on 127.0.0.1',
    },
  ]);
}
