import type { Instant } from '@throughline/events';
import type { Entry } from '../request/entry.js';

/** The parts of an address that name a deployment. */
export interface DeploymentAddress {
  readonly service: string;
  readonly environment: string;
  readonly id: string;
}

/**
 * What was said of a deployment, as the event that states it. Only what the address takes is
 * carried over: a body cannot speak of another deployment, or of anything else.
 *
 * @param said the body, still to be judged
 * @param retracted whether a verdict is given or taken back
 * @param now when it was said, if nobody says
 */
export function verdictEntry(
  { service, environment, id }: DeploymentAddress,
  said: unknown,
  retracted: boolean,
  now: Instant,
): Entry {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) {
    const message = 'is not a JSON object such as {"failed":true,"reason":"…","by":"…"}';
    return { value: said, faults: [{ path: '', code: 'not_an_object', message }] };
  }
  const { failed, reason, by, at } = said as Readonly<Record<string, unknown>>;
  const identity = { service, environment, deploymentId: id };
  return {
    value: { type: 'verdict', ...identity, retracted, failed, reason, by, at: at ?? now },
  };
}
