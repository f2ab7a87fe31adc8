import { z } from 'zod';
import { isName } from './text.js';

const WITH_SCHEME = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?[^/]+\/+(.+)$/i;
/** Nothing to take away: what nearly every event has. */
const PLAIN = /^[\w-]+(?:\/[\w-]+)*$/;

/** The scp-like form of git: `git@host:owner/name.git`. */
const SCP_LIKE = /^[^/@:]+@[^/:]+:(.+)$/;

/**
 * One name for one repository, however a tool writes it: `https://host/acme/shop.git`,
 * `git@host:acme/shop` and `acme/shop` are all `acme/shop`. The host is left out because half of
 * the sources do not tell it; a company with the same path on two hosts names them apart itself.
 */
export function normaliseRepository(value: string): string {
  if (PLAIN.test(value)) return value;
  const trimmed = value.trim();
  const path = WITH_SCHEME.exec(trimmed)?.[1] ?? SCP_LIKE.exec(trimmed)?.[1] ?? trimmed;
  return path
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .replace(/^\/+/, '');
}

const MAXIMUM = 500;

/** `acme/shop`, or the address it is cloned from. */
export const repository = z
  .string()
  .overwrite(normaliseRepository)
  .check(isName(MAXIMUM))
  .meta({ minLength: 1, maxLength: MAXIMUM });
