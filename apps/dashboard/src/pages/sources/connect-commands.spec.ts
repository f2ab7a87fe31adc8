import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  cloudEventCommand,
  deploymentCommand,
  fileCommand,
  importCommand,
} from './connect-commands.js';

const TO = { origin: 'http://127.0.0.1:4680', token: false };
const SHA = '6113728f27ae82c7b1a177c8d03f9e96e0adf246';

/** What `POST /v1/events` wants of a deployment that is finished. */
const DEPLOYMENT = {
  type: 'deployment',
  service: 'shop',
  environment: 'production',
  repository: 'acme/shop',
  sha: SHA,
  status: 'succeeded',
  finishedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as unknown,
};

/** What a shell in a repository makes of the command: the arguments of `curl`. */
function argumentsOf(command: string): string[] {
  const git = `git() { echo ${SHA}; }`;
  const shown = command.replace('curl', `printf '%s\\0'`);
  return execFileSync('sh', ['-c', `${git}; ${shown}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

describe('the commands to connect with', () => {
  it('send a deployment that is one', () => {
    const given = argumentsOf(deploymentCommand(TO));
    expect(given[0]).toBe('http://127.0.0.1:4680/v1/events');
    expect(JSON.parse(given.at(-1) ?? '')).toEqual(DEPLOYMENT);
  });

  it('send it in a CloudEvent too', () => {
    expect(JSON.parse(argumentsOf(cloudEventCommand(TO)).at(-1) ?? '')).toEqual({
      specversion: '1.0',
      type: 'shop.deployed',
      id: expect.any(String) as unknown,
      source: '/ci/shop',
      data: DEPLOYMENT,
    });
  });

  it('take a token along where the platform wants one', () => {
    const to = { ...TO, token: true };
    const all = [deploymentCommand, cloudEventCommand, fileCommand, importCommand];
    expect(all.every((command) => command(to).includes('$THROUGHLINE_TOKEN'))).toBe(true);
    expect(all.some((command) => command(TO).includes('TOKEN'))).toBe(false);
  });
});
