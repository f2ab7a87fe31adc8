import type { LeadTimeStages } from '../answers/delivery-answer.js';

type StageName = Exclude<keyof LeadTimeStages, 'changes' | 'commitsWithoutChange'>;

/** The stages of a change's way, in their order, as people call them. */
export const STAGES: readonly { readonly name: StageName; readonly title: string }[] = [
  { name: 'coding', title: 'coding' },
  { name: 'pickup', title: 'waiting for review' },
  { name: 'review', title: 'review' },
  { name: 'waiting', title: 'waiting to be deployed' },
  { name: 'deploying', title: 'deploying' },
  { name: 'total', title: 'in all' },
];
