import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import type { z } from 'zod';
import { configurationFile, configurationFileSchema } from './configuration-file-schema.js';
import type { ConfigurationFile } from './configuration-file-schema.js';
import { ConfigurationError } from './configuration-error.js';
import type { ConfigurationFault } from './configuration-error.js';
import { didYouMean } from './did-you-mean.js';
import { interpolate } from './interpolation.js';
import type { Variables } from './interpolation.js';
import { knownKeys } from './schema-keys.js';
import { messageOf } from '../errors/thrown.js';

export interface ConfigurationText {
  /** As people should read it in a message: `throughline.yaml`. */
  readonly name: string;
  readonly text: string;
  /** Sources that exist; a name under `sources` outside of them is a fault. Not checked if left out. */
  readonly knownSources?: readonly string[] | undefined;
}

/**
 * Reads throughline.yaml: YAML 1.2, then `${NAME}`, then the schema.
 * @throws ConfigurationError with every fault at its line; later steps run only on what earlier ones passed.
 */
export function parseConfigurationFile(
  text: ConfigurationText,
  variables: Variables,
): ConfigurationFile {
  const { document, value, where } = readConfigurationFile(text, variables);
  // A file of comments only is an empty configuration, not a wrong one.
  const parsed = configurationFile.safeParse(value ?? {});
  if (!parsed.success) {
    throw new ConfigurationError(
      parsed.error.issues.flatMap((issue) => faultsOf(issue, document, where)),
    );
  }
  const { knownSources } = text;
  if (knownSources !== undefined) {
    refuse(
      Object.entries(parsed.data.sources)
        .filter(([source, { events }]) => events === undefined && !knownSources.includes(source))
        .map(([source]) => ({
          where: where(offsetOfKey(document, ['sources'], source)),
          path: `sources.${source}`,
          message: 'there is no such source',
          hint: didYouMean(source, knownSources),
        })),
    );
    refuse(
      Object.entries(parsed.data.sources)
        .filter(([source, { events }]) => events !== undefined && knownSources.includes(source))
        .map(([source]) => ({
          where: where(offsetOfKey(document, ['sources', source], 'events')),
          path: `sources.${source}.events`,
          message: 'is for a source of your own, and this one is read already',
          hint: 'use another name, or remove it',
        })),
    );
  }
  return parsed.data;
}

/**
 * What the file says, with variables put in and nothing checked.
 * @throws ConfigurationError for what is no YAML, and for variables that are not there
 */
export function readConfigurationFile({ name, text }: ConfigurationText, variables: Variables) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const where = (offset: number | undefined): string => {
    if (offset === undefined) return name;
    const { line, col } = lines.linePos(offset);
    return `${name}:${line}:${col}`;
  };
  refuse(
    document.errors.map((error) => ({
      where: where(error.pos[0]),
      path: '',
      message: error.message,
    })),
  );
  refuse(interpolateValues(document, variables, where));
  return { document, value: valueOf(document, name), where };
}

/** The library reports an alias without its anchor, or far too many of them, only here and without a place. */
function valueOf(document: Document, name: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new ConfigurationError([{ where: name, path: '', message: messageOf(error) }]);
  }
}

type Where = (offset: number | undefined) => string;

/** Rewrites the values of the document in place; keys are names and stay as they are. */
function interpolateValues(
  document: Document,
  variables: Variables,
  where: Where,
): ConfigurationFault[] {
  const faults: ConfigurationFault[] = [];
  visit(document, {
    Scalar: (position, scalar) => {
      if (position === 'key' || typeof scalar.value !== 'string') return;
      const result = interpolate(scalar.value, variables);
      if (result.ok) scalar.value = result.value;
      else faults.push({ where: where(scalar.range?.[0]), path: '', message: result.message });
    },
  });
  return faults;
}

function faultsOf(issue: z.core.$ZodIssue, document: Document, where: Where): ConfigurationFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      where: where(offsetOfKey(document, issue.path, key)),
      path: [...issue.path, key].join('.'),
      message: 'unknown key',
      hint: didYouMean(key, knownKeys(configurationFileSchema, issue.path)),
    }));
  }
  const given: unknown = document.getIn(issue.path);
  return [
    {
      where: where(offsetOfValue(document, issue.path)),
      path: issue.path.join('.'),
      message: lowerFirst(issue.message),
      hint:
        issue.code === 'invalid_value' && typeof given === 'string'
          ? didYouMean(given, issue.values.map(String))
          : undefined,
    },
  ];
}

/** Where the value at the path stands, or, when it is missing, the nearest thing around it that is there. */
function offsetOfValue(document: Document, path: readonly PropertyKey[]): number | undefined {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isNode(node)) return node.range?.[0];
  return path.length === 0 ? undefined : offsetOfValue(document, path.slice(0, -1));
}

function offsetOfKey(
  document: Document,
  path: readonly PropertyKey[],
  key: string,
): number | undefined {
  const map: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return undefined;
  const found = map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
  return (found?.key as Node | undefined)?.range?.[0];
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function refuse(faults: readonly ConfigurationFault[]): void {
  if (faults.length > 0) throw new ConfigurationError(faults);
}
