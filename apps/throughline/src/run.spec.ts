import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { recordingApi } from './api/recording-api.fixture.js';
import { runCli } from './cli.fixture.js';

describe('the command line', () => {
  it.each([
    [['metrcs'], 'unknown command'],
    [['metrics', '--colour'], 'unknown option'],
    [['metrics', '--interval', 'fortnight'], 'fortnight'],
    [['metrics', '--url', 'localhost'], 'not an address'],
    [['import', 'git', '.'], '--service'],
    [['import', 'git', '.', '--service', 'a', '--since', 'banana'], '2026-01-31'],
    [['token', 'create', '--name', 'ci', '--scope', 'everything'], 'everything'],
    [['serve', '--port', '65536'], '65535'],
    [['quarantine', 'list', '--limit', '0'], '1000'],
    [[], 'Usage: throughline'],
  ])('answers the wrong words %j with 2 and what is wrong', async (words, message) => {
    const { exitCode, stderr, stdout } = await runCli(words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('answers a question for help with 0', async () => {
    const { exitCode, stdout } = await runCli(['import', 'git', '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('--service <name>');
  });

  it('never shows a token, not even in its help', async () => {
    const environment = { THROUGHLINE_TOKEN: 'tl_secret' };
    const { stdout } = await runCli(['metrics', '--help'], { environment });
    expect(stdout).not.toContain('tl_secret');
  });

  it('tells a failure in one line, and where it was only to those who debug', async () => {
    const startPlatform = () => Promise.reject(new Error('the port is taken'));
    const told = await runCli(['serve'], { startPlatform });
    expect(told).toEqual({ exitCode: 1, stdout: '', stderr: 'throughline: the port is taken\n' });
    const environment = { LOG_LEVEL: 'debug' };
    const debugged = await runCli(['serve'], { startPlatform, environment });
    expect(debugged.stderr).toContain('run.spec');
  });

  it('takes address and token from the environment', async () => {
    const api = await recordingApi(() => ({ status: 401, body: { code: 'TL_UNAUTHORIZED' } }));
    try {
      const environment = { THROUGHLINE_URL: api.url, THROUGHLINE_TOKEN: 'from-environment' };
      const { exitCode, stderr } = await runCli(['metrics'], { environment });
      expect(exitCode).toBe(1);
      expect(stderr).toContain('401 TL_UNAUTHORIZED; give a token with --token');
      expect(api.requests[0]?.headers.authorization).toBe('Bearer from-environment');
    } finally {
      await api.close();
    }
  });

  it('answers an address in the environment that is none with 2', async () => {
    const environment = { THROUGHLINE_URL: 'localhost:4680' };
    const { exitCode, stderr } = await runCli(['metrics'], { environment });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr:
        'throughline: THROUGHLINE_URL: "localhost:4680" is not an address such as http://127.0.0.1:4680\n',
    });
  });

  it('says when something else than the platform answers', async () => {
    const api = await recordingApi(() => ({ status: 200, body: 'hello' }));
    try {
      const { exitCode, stderr } = await runCli(['metrics', '--url', api.url]);
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/is not understood: check --url/);
    } finally {
      await api.close();
    }
  });
});

describe('token create', () => {
  it('prints the token alone, and the hash of it for the configuration', async () => {
    const { exitCode, stdout, stderr } = await runCli([
      'token',
      'create',
      '--name',
      'ci',
      '--scope',
      'ingest',
      'read',
    ]);
    expect(exitCode).toBe(0);
    const sha256 = createHash('sha256').update(stdout.trim()).digest('hex');
    expect(stderr).toContain(`- { name: "ci", sha256: "${sha256}", scopes: [ingest, read] }`);
  }, 30_000);
});

describe('config check', () => {
  it('says what the configuration means, or where it is wrong', async () => {
    const workingDirectory = mkdtempSync(join(tmpdir(), 'throughline-config-'));
    const file = join(workingDirectory, 'throughline.yaml');
    try {
      writeFileSync(file, 'services: { api: { team: payments } }\n');
      const right = await runCli(['config', 'check', '--json'], {
        workingDirectory,
        environment: {},
      });
      expect(right.exitCode).toBe(0);
      expect(JSON.parse(right.stdout)).toMatchObject({
        file,
        meaning: expect.arrayContaining([
          expect.stringContaining('Service api belongs to payments'),
        ]),
      });
      for (const mistake of ['servces: {}', 'sources: { githib: {} }']) {
        writeFileSync(file, `${mistake}\n`);
        const wrong = await runCli(['config', 'check'], { workingDirectory, environment: {} });
        expect(wrong.exitCode).toBe(1);
        expect(wrong.stderr).toContain('throughline.yaml:1');
      }
    } finally {
      rmSync(workingDirectory, { recursive: true });
    }
  }, 30_000);
});
