import { parseConfigurationFile } from './configuration-file.js';
import type { ConfigurationFile } from './configuration-file-schema.js';

type Parameters = readonly [
  text: string,
  variables?: Record<string, string>,
  knownSources?: string[],
];

/** Reads a throughline.yaml. */
export function parse(...[text, variables = {}, knownSources]: Parameters): ConfigurationFile {
  return parseConfigurationFile({ name: 'throughline.yaml', text, knownSources }, variables);
}

/** What is wrong with a throughline.yaml, a line a fault; empty if nothing is. */
export function faultsOf(...input: Parameters): string {
  try {
    parse(...input);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
