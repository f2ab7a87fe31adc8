import { z } from 'zod';

/** The question of an address that takes no parameters: one that is sent all the same is refused. */
export const noParameters = z.strictObject({});
