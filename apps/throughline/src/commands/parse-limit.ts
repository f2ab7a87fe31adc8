import { InvalidArgumentError } from 'commander';

/** How many of a list: as many as the platform gives at once. */
export function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return limit;
  throw new InvalidArgumentError('write a whole number from 1 to 1000.');
}
