import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { verdictCommand } from './verdict-command.js';

/** What a shell makes of the command: `curl`'s arguments, one a line. */
function argumentsOf(command: string): string[] {
  const shown = command.replace('curl', `printf '%s\\0'`);
  return execFileSync('sh', ['-c', shown], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

describe('the command that gives a verdict', () => {
  it('puts it to the address of the deployment', () => {
    const address = { service: 'api', environment: 'production', id: 'r-42' };
    const given = argumentsOf(verdictCommand('http://127.0.0.1:4680', address, true));
    expect(given.slice(0, 3)).toEqual([
      '-X',
      'PUT',
      'http://127.0.0.1:4680/v1/deployments/api/production/r-42/verdict',
    ]);
    expect(JSON.parse(given.at(-1) ?? '')).toMatchObject({ failed: true });
  });

  it('is one address to a shell, whatever a deployment is called', () => {
    const address = { service: `a'; rm -rf /; '`, environment: '$(id)', id: '../../x "`y`' };
    const [, , url = ''] = argumentsOf(verdictCommand('http://t.example', address, false));
    const [, , , ...parts] = new URL(url).pathname.split('/');
    expect(parts.slice(0, 3).map(decodeURIComponent)).toEqual([
      address.service,
      address.environment,
      address.id,
    ]);
  });
});
