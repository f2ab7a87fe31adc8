import { SetMetadata } from '@nestjs/common';

/** Metadata key of where else a route finds its caller's token. */
export const TOKEN_PLACES = 'throughline:token-places';

/**
 * Where a route finds its caller's token beside `Authorization: Bearer` and `X-Api-Key`: an address
 * that answers the clients of another tool finds it where they put that tool's key.
 */
export interface TokenPlaces {
  /** Headers that hold it as it is, in lower case. */
  readonly headers?: readonly string[];
  /** Another scheme of `Authorization`, in lower case. */
  readonly scheme?: string;
  /** A field of a body that is JSON or a form, and not compressed. */
  readonly bodyField?: string;
  /** A parameter of the address. */
  readonly parameter?: string;
}

/** On a method or a whole controller, beside `RequireScope`. */
export const TokenAlsoIn = (places: TokenPlaces) =>
  SetMetadata<string, TokenPlaces>(TOKEN_PLACES, places);
