/*
 * Prints the secrets that docker-compose.yml asks for, all new, as an `.env` file. The token itself goes to stderr:
 * it is for you to keep, and the platform only ever knows its hash.
 */
import { createToken } from '@throughline/service-kit';
import { randomBytes } from 'node:crypto';

/** Hexadecimal, so that it can stand in a URL as it is. */
const secret = () => randomBytes(32).toString('hex');

const { token, sha256 } = createToken(['admin']);

console.log(`# Secrets of docker-compose.yml. Losing the identity key makes everyone a stranger: keep a copy.
THROUGHLINE_TOKEN_SHA256=${sha256}
THROUGHLINE_IDENTITY_KEY=${secret()}
CLICKHOUSE_PASSWORD=${secret()}`);
console.error(`The token, shown this once (Authorization: Bearer …): ${token}`);
