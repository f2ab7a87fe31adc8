import type { DeliveryHeaders } from './source.js';

/** A header that may be there once; one that was sent several times says nothing for certain. */
export function headerOf(headers: DeliveryHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
