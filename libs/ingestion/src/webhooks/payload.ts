import { decodeText, parseJson } from '@throughline/service-kit';
import { mediaTypeOf } from '../request/media-type.js';

/**
 * What a webhook carries. Providers send JSON; GitHub, unless told otherwise, sends it as the field
 * `payload` of a form. JSON that merely calls itself a form, as curl does unasked, is JSON all the same.
 *
 * @throws ProblemError TL_BODY_NOT_JSON
 */
export function payloadOf(body: Uint8Array, contentType: string | undefined): unknown {
  const text = decodeText(body);
  const isForm = mediaTypeOf(contentType) === 'application/x-www-form-urlencoded';
  return parseJson(isForm ? (new URLSearchParams(text).get('payload') ?? text) : text);
}
