import jsonata from 'jsonata';
import { z } from 'zod';

/** Text is shown to the place of a fault, so that it is found in a long expression. */
const SHOWN = 30;

/** JSONata; one that cannot be read stops the start. */
export const expression = z
  .string()
  .max(20_000)
  .superRefine((text, context) => {
    try {
      jsonata(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: `is no JSONata: ${faultIn(error, text)}` });
    }
  });

function faultIn(error: unknown, text: string): string {
  const { message, position } = z
    .object({ message: z.string().catch('cannot be read'), position: z.number().optional() })
    .catch({ message: 'cannot be read' })
    .parse(error);
  if (position === undefined) return message;
  const before = text.slice(Math.max(0, position - SHOWN), position).replaceAll(/\s+/g, ' ');
  return `${message}, at character ${position}, after "${before}"`;
}

/** An HMAC of the body in a header. */
export const signature = z.strictObject({
  header: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'is no name of a header')
    .transform((name) => name.toLowerCase()),
  algorithm: z.enum(['sha1', 'sha256', 'sha384', 'sha512']).default('sha256'),
  encoding: z.enum(['hex', 'base64']).default('hex'),
  /** What stands before it: `sha256=`. */
  prefix: z.string().max(50).default(''),
});
