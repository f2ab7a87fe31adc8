import { afterEach, describe, expect, it } from '@jest/globals';
import { type RecordingApi, recordingApi } from '../api/recording-api.fixture.js';
import { runCli } from '../cli.fixture.js';

const item = {
  thing: 'deployment',
  services: ['shop'],
  environment: 'production',
  repository: 'acme/shop',
  source: null,
  at: '2026-03-06T00:00:00.000Z',
  says: 'is not known',
};

const check = (severity: string, stated: object = {}) => ({
  check: severity,
  title: `Title of ${severity}`,
  severity,
  count: severity === 'ok' ? 0 : 1,
  of: 5,
  share: 0.2,
  says: '1 of 5 is doubtful.',
  remedy: 'Mend it.',
  items: severity === 'ok' ? [] : [{ ...item, id: 'd3' }],
  more: 0,
  ...stated,
});

const answerOf = (checks: readonly object[], lagSeconds: number | null = 0.4) => ({
  definition: { id: 'dora', version: '1' },
  from: '2026-03-01T00:00:00.000Z',
  to: '2026-03-31T00:00:00.000Z',
  timezone: 'UTC',
  freshness: { lastEventAt: lagSeconds === null ? null : '2026-03-30T12:00:00.000Z', lagSeconds },
  checks,
  coverage: [
    {
      metric: 'changeLeadTime',
      gap: 'commit_unknown',
      known: 999,
      of: 1000,
      share: 0.999,
      says: '999 of 1,000 are known.',
    },
    {
      metric: 'timeToRestore',
      gap: 'incident_unresolved',
      known: 0,
      of: 0,
      share: null,
      says: '0 of 0.',
    },
  ],
  links: [
    { rule: 'status', confidence: 1, said: true, links: 3, share: 0.75 },
    { rule: 'window', confidence: 0.5, said: false, links: 1, share: 0.25 },
  ],
});

let api: RecordingApi;

afterEach(() => api.close());

async function doctor(answer: object, ...words: string[]) {
  api = await recordingApi(() => ({ status: 200, body: answer }));
  return runCli(['doctor', '--url', api.url, ...words]);
}

describe('doctor', () => {
  it('tells what is wrong first, what to do about it, and examples', async () => {
    const { stdout } = await doctor(answerOf([check('ok'), check('notice'), check('warning')]));
    expect(stdout.split('\n')).toEqual([
      'From 2026-03-01 up to 2026-03-31 (UTC), definition dora',
      '',
      '✓ The newest event was received 2026-03-30T12:00:00.000Z, and counted 0 s later',
      '',
      '✗ Title of warning',
      '  1 of 5 is doubtful.',
      '  What to do: Mend it.',
      '    – deployment d3 of shop in production from acme/shop 2026-03-06T00:00:00.000Z: is not known',
      '',
      '! Title of notice',
      '  1 of 5 is doubtful.',
      '  What to do: Mend it.',
      '    – deployment d3 of shop in production from acme/shop 2026-03-06T00:00:00.000Z: is not known',
      '',
      '✓ Title of ok: none',
      '',
      'How much is known of what the metrics need:',
      // Not all of them are known, so it is not 100 %.
      '   99 %  999 of 1,000 are known (changeLeadTime)',
      '',
      'What shows deployments to have failed: 4 links, 1 of them inferred',
      '   75 %  status (said, confidence 1)',
      '   25 %  window (inferred, confidence 0.5)',
      '',
    ]);
  });

  it('shows three examples, and where the rest is', async () => {
    const items = ['1', '2', '3', '4'].map((id) => ({ ...item, id }));
    const { stdout } = await doctor(answerOf([check('warning', { count: 1234, items })]));
    expect(stdout.match(/–/g)).toHaveLength(3);
    expect(stdout).toContain('and 1,231 more: GET /v1/quality/warning');
  });

  it('ends with 0 while there are but notices, with 1 from the first warning on', async () => {
    expect((await doctor(answerOf([check('ok'), check('notice')]))).exitCode).toBe(0);
    await api.close();
    const { exitCode, stderr } = await doctor(answerOf([check('warning'), check('warning')]));
    expect([exitCode, stderr]).toEqual([1, 'throughline: 2 warnings: see ✗\n']);
  });

  it('warns when events wait long before they count', async () => {
    const { exitCode, stdout } = await doctor(answerOf([check('ok')], 90));
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      '✗ The newest event was received 2026-03-30T12:00:00.000Z, and counted 1 min 30 s later',
    );
  });

  it('tells whoever has sent nothing yet how to begin', async () => {
    const { exitCode, stdout } = await doctor(answerOf([check('ok')], null));
    expect(exitCode).toBe(0);
    expect(stdout).toContain('! Nothing was received yet\n  What to do: send events');
  });

  it('asks for exactly what the words say, and prints the answer as it is with --json', async () => {
    const answer = answerOf([check('warning')]);
    const { exitCode, stdout } = await doctor(
      answer,
      ...['--json', '--from', '2026-03-01', '--team', 'a,b', '--timezone', 'Europe/Berlin'],
    );
    expect(JSON.parse(stdout)).toEqual(answer);
    expect(exitCode).toBe(1);
    expect(api.requests[0]?.path).toBe('/v1/quality');
    expect(Object.fromEntries(api.requests[0]?.query ?? [])).toEqual({
      from: '2026-03-01',
      team: 'a,b',
      timezone: 'Europe/Berlin',
    });
  });

  it('refuses words that it does not know', async () => {
    expect((await doctor(answerOf([]), '--window', 'x')).exitCode).toBe(2);
    expect(api.requests).toEqual([]);
  });
});
