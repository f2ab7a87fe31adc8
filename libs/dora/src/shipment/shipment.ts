import type { Instant } from '@throughline/events';

/** That a deployment brought something to an environment, and when it was there. */
export interface Shipment {
  readonly finishedAt: Instant;
  readonly deploymentId: string;
}

/**
 * Which of two shipments came first: by time, then by id, so that two deployments that finish at
 * the same moment are in one order everywhere.
 *
 * @returns negative when `a` came first, positive when `b` did, 0 when they are the same
 */
export function compareShipments(a: Shipment, b: Shipment): number {
  return a.finishedAt - b.finishedAt || compareText(a.deploymentId, b.deploymentId);
}

/** Orders texts by code point: the order of their UTF-8 bytes, which is how ClickHouse orders them. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    if (a.charCodeAt(index) === b.charCodeAt(index)) continue;
    // An astral character is compared as a whole, also where only its second half differs.
    return codePointAround(a, index) - codePointAround(b, index);
  }
  return a.length - b.length;
}

function codePointAround(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff && index > 0;
  return text.codePointAt(isSecondHalf ? index - 1 : index) ?? 0;
}
