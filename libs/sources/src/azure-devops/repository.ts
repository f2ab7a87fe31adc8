import { z } from 'zod';

/** A repository of Azure Repos. What others clone it by is its name: `acme/Shop/_git/checkout`. */
export const repository = z.object({ remoteUrl: z.string() });
