import { createHash } from 'node:crypto';

export function sha256Hex(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
