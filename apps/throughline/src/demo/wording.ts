import type { ServicePlan } from './company.js';
import type { Random } from './random.js';

const WORK = [
  'Rework',
  'Simplify',
  'Speed up',
  'Add tests for',
  'Log failures of',
  'Validate',
  'Tidy up',
  'Handle missing data in',
  'Add a metric for',
  'Remove the old code of',
  'Fix a race in',
  'Make room for more',
] as const;

const FILES = [
  'handler',
  'model',
  'client',
  'mapping',
  'config',
  'view',
  'store',
  'rules',
] as const;

export function changeTitle({ subjects }: ServicePlan, random: Random): string {
  return `${random.pick(WORK)} ${random.pick(subjects)}`;
}

/** One to four files of the service's folders, mostly its own, and sometimes its tests. */
export function touchedPaths({ folders, extension }: ServicePlan, random: Random): string[] {
  const files = Array.from({ length: random.whole(1, 4) }, () => {
    const folder = random.chance(0.85) ? folders[0] : random.pick(folders);
    return `${folder}/${random.pick(FILES)}.${random.chance(0.3) ? `test.${extension}` : extension}`;
  });
  return [...new Set(files)].sort();
}
