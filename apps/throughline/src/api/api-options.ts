import { type Command, InvalidArgumentError } from 'commander';
import type { Cli } from '../cli.js';
import { ApiClient, type ApiAddress } from './api-client.js';

const DEFAULT_URL = 'http://127.0.0.1:4680';

/** Gives a command `--url` and `--token`. */
export function withApiOptions(command: Command, { environment }: Cli): Command {
  return command
    .option(
      '--url <address>',
      'address of the platform; default: THROUGHLINE_URL, else this machine',
      parseUrl,
      environment['THROUGHLINE_URL'] ?? DEFAULT_URL,
    )
    .option('--token <token>', 'token with the scope it needs; default: THROUGHLINE_TOKEN');
}

export function apiClient(options: ApiAddress, { environment, output }: Cli): ApiClient {
  const token = options.token ?? environment['THROUGHLINE_TOKEN'];
  return new ApiClient(
    { url: parseUrl(options.url), token: token === '' ? undefined : token },
    {
      onRetry: (why, pauseMs) => {
        output.note(`${options.url}: ${why}; trying again in ${(pauseMs / 1000).toFixed(1)} s`);
      },
    },
  );
}

function parseUrl(text: string): string {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError(`"${text}" is not an address such as ${DEFAULT_URL}.`);
}
