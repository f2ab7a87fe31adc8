import { type Command, InvalidArgumentError } from 'commander';
import type { Cli } from '../cli.js';
import { WrongWords } from '../command-failure.js';
import { ApiClient, type ApiAddress } from './api-client.js';
import type { Output } from '../terminal/output.js';
import type { Patience } from './retries.js';

/** Where a platform is that was started without a word about it. */
export const DEFAULT_URL = 'http://127.0.0.1:4680';

/** Gives a command `--url` and `--token`. */
export function withApiOptions(
  command: Command,
  { environment }: Pick<Cli, 'environment'>,
): Command {
  return command
    .option(
      '--url <address>',
      'address of the platform; default: THROUGHLINE_URL, else this machine',
      parseUrl,
      environment['THROUGHLINE_URL'] || DEFAULT_URL,
    )
    .option('--token <token>', 'token with the scope it needs; default: THROUGHLINE_TOKEN');
}

/**
 * @param patience what is waited for less than by a person who reads what is going on
 * @throws WrongWords when THROUGHLINE_URL holds no address; `--url` was checked when it was read
 */
export function apiClient(
  options: ApiAddress,
  { environment, output }: Pick<Cli, 'environment'> & { readonly output: Pick<Output, 'note'> },
  patience: Pick<Patience, 'signal' | 'tries' | 'answerWithinMs'> = {},
): ApiClient {
  const { url } = options;
  if (!isAddress(url)) throw new WrongWords(`THROUGHLINE_URL: ${noAddress(url)}`);
  const token = options.token ?? environment['THROUGHLINE_TOKEN'];
  return new ApiClient(
    { url, token: token === '' ? undefined : token },
    {
      ...patience,
      onRetry: (why, pauseMs) => {
        output.note(`${url}: ${why}; trying again in ${(pauseMs / 1000).toFixed(1)} s`);
      },
    },
  );
}

/** @throws InvalidArgumentError for what is no address of HTTP */
export function parseUrl(text: string): string {
  if (isAddress(text)) return text;
  throw new InvalidArgumentError(noAddress(text));
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function noAddress(text: string): string {
  return `"${text}" is not an address such as ${DEFAULT_URL}`;
}
