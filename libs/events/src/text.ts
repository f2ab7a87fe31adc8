import { z } from 'zod';

/*
 * Texts are checked in one step each. An event has a dozen of them, and every further check costs
 * a fifth of a microsecond; what one step cannot say of itself in JSON Schema stands in its `meta`.
 */

/** C0 and C1 control characters and DEL: invisible in a name, and a forged line in a log. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

const ONLY_SPACE = /^\s*$/;

type TextContext = z.core.ParsePayload<string>;

function refuse(context: TextContext, fault: string, message: string): void {
  context.issues.push({ code: 'custom', input: context.value, params: { fault }, message });
}

function isTooLong(context: TextContext, maximum: number): boolean {
  if (context.value.length <= maximum) return false;
  refuse(context, 'too_long', `is longer than ${maximum} characters`);
  return true;
}

/** The name of a thing: what identity, filters and partition keys are made of. */
export function name(maximum: number) {
  return z.string().check(isName(maximum)).meta({ minLength: 1, maxLength: maximum });
}

export function isName(maximum: number) {
  return (context: TextContext): void => {
    const { value } = context;
    if (isTooLong(context, maximum)) return;
    if (ONLY_SPACE.test(value)) refuse(context, 'invalid_text', 'is empty');
    else if (CONTROL.test(value) || !value.isWellFormed()) {
      refuse(
        context,
        'invalid_text',
        'has control characters or half a surrogate pair: send plain text',
      );
    }
  };
}

/** Text for people: line breaks are theirs to use, a NUL or half a surrogate pair is damage. */
export function prose(maximum: number) {
  return z
    .string()
    .check((context) => {
      if (isTooLong(context, maximum)) return;
      if (!context.value.includes('\u0000') && context.value.isWellFormed()) return;
      refuse(
        context,
        'invalid_text',
        'has a NUL character or half a surrogate pair: send valid Unicode text',
      );
    })
    .meta({ maxLength: maximum });
}

const WEB_ADDRESS = /^https?:\/\/\S+$/i;

/** A link that a page may show: http or https only, so that no link can run a script. */
export const url = prose(2048).check((context) => {
  if (WEB_ADDRESS.test(context.value)) return;
  refuse(context, 'invalid_value', 'is not an http or https address');
});

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** A git object name, SHA-1 or SHA-256, in lower case as git prints it. */
export const sha = z
  .string()
  .check((context) => {
    if (SHA.test(context.value)) return;
    const lower = context.value.toLowerCase();
    if (SHA.test(lower)) context.value = lower;
    else {
      refuse(
        context,
        'invalid_sha',
        'is not a full commit hash: send all 40 (SHA-1) or 64 (SHA-256) hexadecimal digits',
      );
    }
  })
  .meta({ pattern: '^(?:[0-9a-fA-F]{40}|[0-9a-fA-F]{64})$' });
