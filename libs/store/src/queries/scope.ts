import { z } from 'zod';

/**
 * Which deployments a question is about. An empty list of services or repositories with `every…`
 * set means all of them; a list that is empty without it means none.
 */
export const scopeParams = {
  environments: z.array(z.string()),
  everyService: z.boolean(),
  services: z.array(z.string()),
};

export interface DeploymentScope {
  readonly environments: string[];
  readonly everyService: boolean;
  readonly services: string[];
}

/** The condition of {@link scopeParams} on the columns `service` and `environment`. */
export const IN_SCOPE = `
  environment IN {environments:Array(String)}
  AND ({everyService:Bool} OR service IN {services:Array(String)})`;
