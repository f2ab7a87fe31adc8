import type { DeploymentStatus, Instant } from '@throughline/events';
import {
  type Begun,
  begunSchema,
  deploymentFact,
  type DeploymentWords,
  placeOf,
} from './deployment-fact.js';
import { forget, note, noted, notePath } from './noted.js';
import { check, type Checked, type Listener, tell } from './tell.js';
import type { EndStatus } from './words.js';

/** Reports that a deployment begins, and notes it for the report of its end. */
export async function reportStart(
  words: DeploymentWords,
  listener: Listener,
  now: Instant,
): Promise<Checked> {
  const checked = checkedDeployment('in_progress', words, listener, undefined, now);
  if (listener.manner.dryRun !== true) note(noteOf(words, listener), checked.fact);
  await tell(checked, listener);
  return checked;
}

/** Reports that a deployment is over, with all that was said when it began. */
export async function reportEnd(
  status: EndStatus,
  words: DeploymentWords,
  listener: Listener,
  now: Instant,
): Promise<Checked> {
  const path = noteOf(words, listener);
  const begun = noted(path, begunSchema);
  const checked = checkedDeployment(status, words, listener, begun, now);
  await tell(checked, listener);
  if (listener.manner.dryRun === true) return checked;
  // Said to have ended once more (a job that finishes and then fails), it has to say all of it again.
  // Where no CI system empties the folder the notes would pile up.
  if (listener.job.temporaryFolder === undefined) forget(path);
  else note(path, checked.fact);
  return checked;
}

/** A state of a deployment that the platform will take. @throws WrongWords what it would not take */
export function checkedDeployment(
  status: DeploymentStatus,
  words: DeploymentWords,
  { job }: Listener,
  begun: Begun | undefined,
  now: Instant,
): Checked {
  const fact = deploymentFact(status, words, job, begun, now);
  const checked = check(fact);
  // Outside of CI the id is made of what the start knows, so it is said from then on.
  return { ...checked, fact: { ...fact, id: checked.id } };
}

function noteOf(words: DeploymentWords, { job }: Listener): string {
  const { service, environment, id } = placeOf(words, job);
  return notePath(job, ['deployment', service, environment, id]);
}
