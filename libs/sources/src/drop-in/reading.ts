import type { z } from 'zod';
import type { EventInput } from '../source.js';

/**
 * What a request says that was made for another tool's API, where it says something or is wrong.
 * Everything under `drop-in` is a function of what it is given, as the sources of webhooks are.
 */
export type DropInStatement<Told> =
  /** `told` is what that tool's answer names: the id of what was made. */
  | { readonly kind: 'events'; readonly events: readonly EventInput[]; readonly told: Told }
  /** Not what that tool documents. */
  | { readonly kind: 'refused'; readonly faults: readonly DropInFault[] };

/** What a request says that may also be of no use as it is. */
export type DropInReading<Told = undefined> =
  | DropInStatement<Told>
  /** Understood, and not enough to state a fact: kept for somebody to complete it. */
  | { readonly kind: 'incomplete'; readonly events: readonly EventInput[]; readonly reason: string }
  /** Understood, and nothing that is measured. */
  | { readonly kind: 'ignored'; readonly reason: string };

export interface DropInFault {
  /** In the request: `data.attributes.started_at`; empty for the request as a whole. */
  readonly path: string;
  readonly message: string;
}

type Refused = Extract<DropInReading, { readonly kind: 'refused' }>;

export function refusedFor(path: string, message: string): Refused {
  return { kind: 'refused', faults: [{ path, message }] };
}

/** Reads a request by a schema of what is used of it; every fault of it is told at once. */
export function readingRequest<
  Schema extends z.ZodType,
  Reading extends DropInReading<unknown>,
  Context extends readonly unknown[],
>(
  schema: Schema,
  read: (request: z.output<Schema>, ...context: Context) => Reading,
): (request: unknown, ...context: Context) => Reading | Refused {
  return (request, ...context) => {
    const parsed = schema.safeParse(request);
    if (parsed.success) return read(parsed.data, ...context);
    return {
      kind: 'refused',
      faults: parsed.error.issues.map((issue) => ({
        path: issue.path.map(String).join('.'),
        message: inWords(issue, request),
      })),
    };
  };
}

function inWords(issue: z.core.$ZodIssue, request: unknown): string {
  return issue.code === 'invalid_type' && valueAt(request, issue.path) === undefined
    ? 'is missing'
    : issue.message;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, part) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Readonly<Record<PropertyKey, unknown>>)[part]
        : undefined,
    value,
  );
}
