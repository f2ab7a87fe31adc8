import { DORA } from '../definitions/definitions.js';
import { type Evidence, type Judged, judge } from './judge.js';

/** Evidence of nothing but what the test says: nobody reverted, judged or first shipped anything. */
export function evidence(stated: Partial<Evidence> = {}): Evidence {
  return {
    deployments: [],
    incidents: [],
    verdicts: [],
    reverts: [],
    hotfixes: new Set(),
    firstShipper: () => undefined,
    production: ['production'],
    ...stated,
  };
}

/** What becomes of the deployments of a test, by `dora` unless it says otherwise. */
export function judged(stated: Partial<Evidence>, definition = DORA): readonly Judged[] {
  return judge(evidence(stated), definition).deployments;
}
