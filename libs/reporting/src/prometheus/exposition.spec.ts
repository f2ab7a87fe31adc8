import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expositionText } from './exposition.js';
import { firingAlertsFamily } from './firing-alerts.js';
import { histogramSamples, sumOfHistograms } from './histogram.js';
import { parseExposition } from './parse-exposition.fixture.js';
import { Places } from './places.js';

describe('the text format', () => {
  it('is as Prometheus describes it', () => {
    const text = expositionText([
      {
        name: 'dora_deployments_total',
        type: 'counter',
        help: 'Finished deployments.',
        samples: [{ labels: { service: 'a "b" \\ c\nd', environment: '' }, value: 3 }],
      },
      { name: 'dora_open_incidents', type: 'gauge', help: 'None.', samples: [] },
    ]);
    expect(text).toBe(
      [
        '# HELP dora_deployments_total Finished deployments.',
        '# TYPE dora_deployments_total counter',
        'dora_deployments_total{service="a \\"b\\" \\\\ c\\nd",environment=""} 3',
        '# HELP dora_open_incidents None.',
        '# TYPE dora_open_incidents gauge',
        '',
      ].join('\n'),
    );
  });

  it('brings any name across', () => {
    const name = fc.string({
      unit: fc.constantFrom('"', '\\', 'n', '\n', '{', '}', ',', '=', ' ', '🚀'),
    });
    fc.assert(
      fc.property(
        name,
        name,
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (service, environment, number) => {
          const value = Object.is(number, -0) ? 0 : number;
          const sample = { labels: { service, environment }, value };
          const text = expositionText([{ name: 'x', type: 'gauge', help: 'x', samples: [sample] }]);
          expect(parseExposition(text).get('x')?.samples).toEqual([{ name: 'x', ...sample }]);
        },
      ),
    );
  });
});

describe('a histogram', () => {
  it('of several places adds theirs up', () => {
    const bounds = [10, 60];
    const one = { n: 3, total: 105, atMost: [1, 2] };
    const none = { n: 0, total: 0, atMost: [] };
    const sum = sumOfHistograms([one, none, one], bounds);
    expect(sum).toEqual({ n: 6, total: 210, atMost: [2, 4] });
    expect(
      histogramSamples({ service: 'api' }, bounds, sum).map(({ suffix, labels, value }) => [
        suffix,
        labels['le'],
        value,
      ]),
    ).toEqual([
      ['_bucket', '10', 2],
      ['_bucket', '60', 4],
      ['_bucket', '+Inf', 6],
      ['_sum', undefined, 210],
      ['_count', undefined, 6],
    ]);
  });
});

describe('places', () => {
  const place = (service: string, firstAt?: number) => ({
    service,
    environment: 'production',
    ...(firstAt === undefined ? {} : { firstAt }),
  });
  const all = [place('new', 3), place('old', 1), place('middle', 2), place('never'), place('old')];

  it('have series of their own while there are few', () => {
    const places = new Places(all, 4);
    expect(places.size).toBe(4);
    expect(places.group(all).map(([{ service }, rows]) => [service, rows.length])).toEqual([
      ['new', 1],
      ['old', 2],
      ['middle', 1],
      ['never', 1],
    ]);
  });

  it('are one beyond the first that were deployed to', () => {
    const places = new Places(all, 2);
    const other = { service: 'other', environment: 'other' };
    expect(places.group(all).find(([{ service }]) => service === 'other')).toEqual([
      other,
      [place('new', 3), place('never')],
    ]);
    expect(places.group(all)).toHaveLength(3);
  });
});

describe('alerts that fire', () => {
  it('have no more series than there are places, kinds and severities', () => {
    const firing = (service: string, team: string) => ({
      ...{ service, team, environment: 'production' },
      ...({ severity: 'page', kind: 'open-failure' } as const),
    });
    const first = { service: 'old', environment: 'production', firstAt: 1 };
    const all = [firing('old', 'shop'), firing('web', 'shop'), firing('api', 'payments')];
    const { samples } = firingAlertsFamily(all, new Places([first, ...all], 1));
    expect(samples.map(({ labels, value }) => [labels['service'], labels['team'], value])).toEqual([
      ['old', 'shop', 1],
      ['other', 'other', 2],
    ]);
  });
});
