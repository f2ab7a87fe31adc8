import { describe, expect, it } from '@jest/globals';
import { isWholeHash, stepsOf } from './journey.js';

const COMMIT = {
  repository: 'acme/shop',
  sha: 'a'.repeat(40),
  parents: [],
  authoredAt: '2026-03-01T10:00:00.000Z',
  committedAt: '2026-03-01T10:00:00.000Z',
  branch: null,
  paths: [],
  shipments: [],
};

const shipped = (service: string, environment: string, shippedAt: string) => ({
  service,
  environment,
  deploymentId: `${service}-${environment}`,
  shippedAt,
  leadSeconds: null,
});

describe("a commit's way", () => {
  it('is one station where it was committed as it was written, and shipped nowhere', () => {
    expect(stepsOf(COMMIT)).toEqual([{ is: 'authored', at: COMMIT.authoredAt, leg: null }]);
  });

  it('goes through the environments in the order of time', () => {
    const steps = stepsOf({
      ...COMMIT,
      committedAt: '2026-03-01T11:00:00.000Z',
      shipments: [
        shipped('api', 'production', '2026-03-02T12:00:00.000Z'),
        shipped('api', 'staging', '2026-03-01T12:00:00.000Z'),
      ],
    });
    expect(steps.map(({ is, leg }) => [is, leg])).toEqual([
      ['authored', null],
      ['committed', { seconds: 3_600, after: 'it was authored' }],
      ['shipped', { seconds: 3_600, after: 'it was committed' }],
      ['shipped', { seconds: 86_400, after: 'staging' }],
    ]);
    expect(steps.at(-1)?.shipment?.environment).toBe('production');
  });

  it('has a leg of each service of its own, as they share a repository and not a pipeline', () => {
    const steps = stepsOf({
      ...COMMIT,
      shipments: [
        shipped('api', 'staging', '2026-03-01T11:00:00.000Z'),
        shipped('web', 'staging', '2026-03-01T12:00:00.000Z'),
        shipped('api', 'production', '2026-03-01T13:00:00.000Z'),
      ],
    });
    expect(steps.map(({ leg }) => leg)).toEqual([
      null,
      { seconds: 3_600, after: 'it was authored' },
      { seconds: 7_200, after: 'it was authored' },
      { seconds: 7_200, after: 'staging' },
    ]);
  });
});

describe('a hash', () => {
  it('is whole with 40 or 64 digits', () => {
    expect(isWholeHash('A'.repeat(40))).toBe(true);
    expect(isWholeHash('0'.repeat(64))).toBe(true);
  });

  it.each(['', 'abc1234', 'g'.repeat(40), 'a'.repeat(41), ` ${'a'.repeat(39)}`])(
    'is not whole as %j',
    (sha) => {
      expect(isWholeHash(sha)).toBe(false);
    },
  );
});
