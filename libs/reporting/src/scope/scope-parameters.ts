import { z } from 'zod';

export const commaSeparated = z.string().transform((text) =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
);

/** A comma-separated list of names. */
export const names = (what: string) =>
  commaSeparated
    .pipe(z.array(z.string().max(500)).min(1, 'names nothing').max(1000))
    .optional()
    .meta({ description: `A comma-separated list: only ${what}.`, type: 'string' });

/** A comma-separated list of what there is to choose from. */
export const someOf = <const Names extends readonly string[]>(of: Names) =>
  commaSeparated
    .pipe(z.array(z.enum(of)).min(1, 'names nothing'))
    .optional()
    .meta({
      description: `A comma-separated list: only these of ${of.join(', ')}.`,
      type: 'string',
    });

/** The parameters that say which deployments a question is about. */
export const scopeParameters = {
  service: names('these services'),
  team: names('services of these teams'),
  repository: names('what comes from these repositories'),
  environment: names(
    'these environments; the name of a class in throughline.yaml stands for all of its. Default: those that are production',
  ),
};

export interface ScopeInput {
  readonly service?: readonly string[] | undefined;
  readonly team?: readonly string[] | undefined;
  readonly repository?: readonly string[] | undefined;
  readonly environment?: readonly string[] | undefined;
}
