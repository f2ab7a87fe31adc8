import type { Instant } from '@throughline/events';
import type { DeploymentWords } from './deployment-fact.js';
import { checkedDeployment } from './report-deployment.js';
import { type Checked, type Listener, type Manner, tell } from './tell.js';
import type { EndStatus } from './words.js';
import type { CommandEnding, WrappedCommand } from './wrapped-command.js';

/** A CI system that ends a job kills it about ten seconds after the first signal. */
const TIMEOUT_AFTER_SIGNAL_S = 5;

/**
 * Reports a deployment around a command that runs already. Its start is told while it runs, so that
 * a platform that does not answer holds nothing up; whether that worked does not matter, because
 * the end says all of it again.
 *
 * @param startedAt when the command was started
 */
export async function reportWrapped(
  words: DeploymentWords,
  listener: Listener,
  command: WrappedCommand,
  startedAt: Instant,
): Promise<Checked> {
  const known = { ...words, startedAt: words.startedAt ?? startedAt };
  const overtaken = new AbortController();
  const started = tellStart(known, { ...listener, signal: overtaken.signal });
  const ending = await command.ended;
  const now = Date.now();
  overtaken.abort();
  await started;
  const checked = checkedDeployment(statusOf(ending), known, listener, undefined, now);
  const manner = ending.interrupted ? hasty(listener.manner) : listener.manner;
  await tell(checked, { ...listener, manner, signal: command.hurry });
  return checked;
}

async function tellStart(words: DeploymentWords, listener: Listener): Promise<void> {
  try {
    const begun = checkedDeployment(
      'in_progress',
      words,
      listener,
      undefined,
      words.startedAt ?? 0,
    );
    await tell(begun, listener);
  } catch {
    // Whatever it was, the end meets it too, and tells.
  }
}

function hasty(manner: Manner): Manner {
  return { ...manner, timeout: Math.min(manner.timeout, TIMEOUT_AFTER_SIGNAL_S) };
}

/** Who stops a deployment has not seen it fail. A command that ended well in spite of the signal did its work. */
function statusOf({ exitCode, interrupted }: CommandEnding): EndStatus {
  if (exitCode === 0) return 'succeeded';
  return interrupted ? 'cancelled' : 'failed';
}
