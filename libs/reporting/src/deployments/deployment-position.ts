import { z } from 'zod';

/** Where a deployment stands in a list: when it happened, service, environment and id. */
export const deploymentPosition = z.tuple([z.int(), z.string(), z.string(), z.string()]);

export type DeploymentPosition = z.output<typeof deploymentPosition>;
