import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DeliveryHeaders } from '../source.js';

/** A delivery as GitHub and its customers published it (npm: @octokit/webhooks-examples). */
export interface Example {
  readonly event: string;
  readonly payload: Record<string, unknown>;
  readonly headers: DeliveryHeaders;
}

const require = createRequire(import.meta.url);
const folder = join(require.resolve('@octokit/webhooks-examples/package.json'), '..');
const EDITIONS = ['api.github.com', 'ghes-31', 'ghes-32', 'ghes-33', 'ghes-34', 'ghes-35'];

type Published = readonly { readonly name: string; readonly examples: Record<string, unknown>[] }[];

/** Of github.com and of every version of GitHub Enterprise Server there are examples of. */
export const EXAMPLES: readonly Example[] = EDITIONS.flatMap((edition) => {
  const published = JSON.parse(
    readFileSync(join(folder, edition, 'index.json'), 'utf8'),
  ) as Published;
  return published.flatMap(({ name, examples }) =>
    examples.map((payload) => example(name, payload)),
  );
});

/** The n-th example of github.com for an event. */
export function exampleOf(event: string, index: number): Example {
  const found = EXAMPLES.filter((candidate) => candidate.event === event)[index];
  if (found === undefined) throw new Error(`there is no example ${index} of ${event}`);
  return found;
}

export function example(event: string, payload: Record<string, unknown>): Example {
  return {
    event,
    payload,
    headers: { 'x-github-event': event, 'x-github-delivery': `${event}-delivery` },
  };
}
