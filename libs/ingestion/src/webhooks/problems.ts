import { ProblemError } from '@throughline/service-kit';
import type { GenericSource, Source } from '@throughline/sources';

export function unknownSource(known: readonly string[]): ProblemError {
  return new ProblemError('TL_UNKNOWN_SOURCE', {
    detail: `Webhooks are taken from: ${known.join(', ')}.`,
  });
}

export function notConfigured({ name, title }: Source | GenericSource): ProblemError {
  return new ProblemError('TL_BAD_SIGNATURE', {
    detail:
      `No secret is configured for ${title}, so none of its webhooks is believed. Add ` +
      `\`sources: { ${name}: { secrets: ["\${SECRET}"] } }\` to throughline.yaml, ` +
      'or `unsigned: true` in its place to believe anybody who reaches this address.',
  });
}

export function unauthentic(reason: string): ProblemError {
  return new ProblemError('TL_BAD_SIGNATURE', { detail: `${reason}.` });
}

/** Authentic, and yet not what the provider documents. */
export function malformedWebhook(reason: string): ProblemError {
  return new ProblemError('TL_INVALID_EVENTS', {
    detail: `The webhook is not as its source documents it: ${reason}. Nothing was kept.`,
    extras: { faults: [] },
  });
}
