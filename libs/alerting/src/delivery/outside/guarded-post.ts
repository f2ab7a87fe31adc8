import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { DeliveryError } from '../delivery-error.js';
import { checkedAddresses, lookupAmong } from './checked-addresses.js';
import { networkFailure } from './network-failure.js';
import { type Outside, withinLimit } from './outside.js';

/** Of an answer no more than this is read, in bytes. */
const ANSWER_LIMIT = 64 * 1024;

export interface Post {
  /** http or https. What it says after the host may be a secret and is never shown. */
  readonly url: string;
  /** JSON. */
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the host may be in one's own network. */
  readonly allowPrivate: boolean;
}

export interface Answer {
  /** Whose answer it is: the host and its port. */
  readonly place: string;
  readonly status: number;
  readonly retryAfter?: string | undefined;
  /** Where a redirection points. */
  readonly location?: string | undefined;
  /** The beginning of it. */
  readonly body: string;
}

/**
 * Posts JSON to an address that somebody else chose: only to a host that may be written to, only to
 * the addresses that were checked, without following redirections (each would lead past the check),
 * without a proxy (which would look the name up again), within the time limit.
 *
 * @throws {DeliveryError} there was no answer, or the address is refused
 */
export async function guardedPost(post: Post, outside: Outside): Promise<Answer> {
  const url = webAddress(post.url);
  const limit = AbortSignal.timeout(outside.timeLimitMs);
  try {
    const addresses = await withinLimit(
      checkedAddresses(url.hostname, post.allowPrivate, outside.resolve),
      limit,
    );
    const response = await answerTo(post, url, {
      lookup: lookupAmong(addresses),
      signal: limit,
      ca: outside.certificateAuthorities,
    });
    return {
      place: url.host,
      status: response.statusCode ?? 0,
      retryAfter: response.headers['retry-after'],
      location: response.headers.location,
      body: await beginningOf(response),
    };
  } catch (error) {
    throw networkFailure(error, url.host, limit);
  }
}

function webAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new DeliveryError('refused: the address of the receiver is not an http or https one', {
      again: false,
    });
  }
  if (url.username !== '' || url.password !== '') {
    throw new DeliveryError(
      `refused: the address of the receiver at ${url.host} has a user or a password in it; take them out`,
      { again: false },
    );
  }
  return url;
}

interface ConnectionOptions {
  readonly lookup: ReturnType<typeof lookupAmong>;
  readonly signal: AbortSignal;
  readonly ca: string | undefined;
}

function answerTo(
  { body, headers }: Post,
  url: URL,
  connection: ConnectionOptions,
): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      // An agent of its own: a connection that is kept open was checked for another receiver.
      agent: false,
      headers: { 'content-type': 'application/json', 'user-agent': 'Throughline', ...headers },
      ...connection,
    });
    request.once('response', resolve);
    // More than once: what breaks after the answer has begun is heard here too.
    request.on('error', reject);
    request.end(body);
  });
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= ANSWER_LIMIT) break;
    }
  } catch {
    // The status has said what became of the notification; how the rest breaks off changes nothing.
  }
  return Buffer.concat(chunks).subarray(0, ANSWER_LIMIT).toString('utf8');
}
