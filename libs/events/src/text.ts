import { z } from 'zod';

/** C0 and C1 control characters and DEL: invisible in a name, and a forged line in a log. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

const isWellFormed = (value: string) => value.isWellFormed();

/** The name of a thing: what identity, filters and partition keys are made of. */
export function name(maximum: number) {
  return z
    .string()
    .min(1, { abort: true })
    .max(maximum)
    .refine((value) => !CONTROL.test(value) && isWellFormed(value) && value.trim() !== '', {
      params: { fault: 'invalid_text' },
      message:
        'has control characters, half a surrogate pair or nothing but space: send plain text',
    });
}

/** Text for people: line breaks are theirs to use, a NUL or half a surrogate pair is damage. */
export function prose(maximum: number) {
  return z
    .string()
    .max(maximum)
    .refine((value) => !value.includes('\u0000') && isWellFormed(value), {
      params: { fault: 'invalid_text' },
      message: 'has a NUL character or half a surrogate pair: send valid Unicode text',
    });
}

/** A link that a page may show: http or https only, so that no link can run a script. */
export const url = prose(2048).refine((value) => /^https?:\/\/[^\s]+$/i.test(value), {
  params: { fault: 'invalid_value' },
  message: 'is not an http or https address',
});

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** A git object name, SHA-1 or SHA-256, in lower case as git prints it. */
export const sha = z
  .string()
  .transform((value) => value.toLowerCase())
  .pipe(
    z.string().refine((value) => SHA.test(value), {
      params: { fault: 'invalid_sha' },
      message: 'is not a full commit hash: send all 40 (SHA-1) or 64 (SHA-256) hexadecimal digits',
    }),
  );
