import { headerOf } from '../headers.js';
import type { DeliveryHeaders } from '../source.js';

/** What there is of a CloudEvent 1.0; whether it has all it should is for whoever reads it to say. */
export interface CloudEvent {
  readonly type?: string | undefined;
  readonly source?: string | undefined;
  readonly id?: string | undefined;
  readonly time?: string | undefined;
  readonly data: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The CloudEvents of a delivery, in whichever of the three modes they came: with the attributes in
 * `ce-*` headers, as an envelope, or as a list of envelopes
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md).
 * What is no envelope is the data of an event without attributes.
 */
export function cloudEventsOf(payload: unknown, headers: DeliveryHeaders): readonly CloudEvent[] {
  if (headerOf(headers, 'ce-specversion') !== undefined) return [inBinaryMode(payload, headers)];
  const sent: readonly unknown[] = Array.isArray(payload) ? payload : [payload];
  return sent.map((one) => (isEnvelope(one) ? inStructuredMode(one) : { data: one }));
}

function inBinaryMode(data: unknown, headers: DeliveryHeaders): CloudEvent {
  const attribute = (name: string) => decodedAttribute(headerOf(headers, `ce-${name}`));
  return {
    type: attribute('type'),
    source: attribute('source'),
    id: attribute('id'),
    time: attribute('time'),
    data,
  };
}

function isEnvelope(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && 'specversion' in value && 'type' in value;
}

function inStructuredMode(envelope: Fields): CloudEvent {
  const attribute = (name: string) => {
    const value = envelope[name];
    return typeof value === 'string' ? value : undefined;
  };
  const encoded = attribute('data_base64');
  return {
    type: attribute('type'),
    source: attribute('source'),
    id: attribute('id'),
    time: attribute('time'),
    data: encoded === undefined ? envelope['data'] : jsonIn(encoded),
  };
}

function jsonIn(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * In a header, what is not plain ASCII is percent-encoded UTF-8 (section 3.1.3.2 of the binding). A
 * value whose encoding is broken stays as it came, as senders that do not encode write `%` as it is.
 */
function decodedAttribute(value: string | undefined): string | undefined {
  if (value === undefined || !value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
