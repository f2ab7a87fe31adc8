import { describe, expect, it } from '@jest/globals';
import { NO_MAPPING } from '../mapping/mapping.js';
import { hmacHex } from '../provider.fixture.js';
import {
  FIRING_IN_GRAFANA,
  notification,
  RESOLVED_IN_GRAFANA,
  TEST_ALERT,
} from './grafana.fixture.js';
import { grafana } from './grafana.js';

const read = (...alerts: readonly object[]) =>
  grafana.normalise(notification(...alerts), {}, NO_MAPPING);

describe('an alert of Grafana', () => {
  it('that fires is an open incident', () => {
    expect(read(FIRING_IN_GRAFANA)).toEqual({
      kind: 'events',
      events: [
        {
          type: 'incident',
          source: 'grafana',
          id: '1a30ba71cca2921f-2026-03-01T12:00:00.157076Z',
          updatedAt: '2026-03-01T13:00:00.157076+01:00',
          openedAt: '2026-03-01T13:00:00.157076+01:00',
          services: ['checkout'],
          environment: 'production',
          severity: 'page',
          title: 'No order goes through',
          url: 'https://grafana.example.com/alerting/1afz29v7z/edit',
          labels: [
            'alertname=HighErrorRate',
            'service=checkout',
            'severity=page',
            'env=production',
            'team=payments',
          ],
        },
      ],
    });
  });

  it('is over when it is resolved', () => {
    expect(read(RESOLVED_IN_GRAFANA)).toMatchObject({
      events: [{ resolvedAt: '2026-03-01T12:30:00Z', updatedAt: '2026-03-01T12:30:00Z' }],
    });
  });

  it('is the same one when Grafana is restarted in another time zone', () => {
    const startsAt = '2026-03-01T12:00:00.157076Z';
    expect(read(FIRING_IN_GRAFANA, { ...RESOLVED_IN_GRAFANA, startsAt })).toMatchObject({
      events: [
        { id: '1a30ba71cca2921f-2026-03-01T12:00:00.157076Z' },
        { id: '1a30ba71cca2921f-2026-03-01T12:00:00.157076Z' },
      ],
    });
  });

  it('that is said to have started when it was resolved is not told as one of zero seconds', () => {
    const startsAt = RESOLVED_IN_GRAFANA.endsAt;
    expect(read({ ...RESOLVED_IN_GRAFANA, startsAt })).toMatchObject({ kind: 'ignored' });
  });

  it('that only tries the connection is none', () => {
    expect(read(TEST_ALERT)).toMatchObject({ kind: 'ignored' });
    expect(read(TEST_ALERT, FIRING_IN_GRAFANA)).toMatchObject({ events: [{ source: 'grafana' }] });
  });
});

describe('a notification of Grafana', () => {
  const body = '{}';
  const verify = (headers: Readonly<Record<string, string>>) =>
    grafana.verify({ body: Buffer.from(body), headers, receivedAt: 1_000_000 }, ['ours']).authentic;
  const signature = hmacHex(body, 'ours');

  it('may be signed without a time', () => {
    expect(verify({ 'x-grafana-alerting-signature': signature })).toBe(true);
    expect(verify({ 'x-grafana-alerting-signature': hmacHex(body, 'other') })).toBe(false);
  });

  it('that has a time is signed with it', () => {
    const timed = { 'x-grafana-alerting-timestamp': '1000' };
    expect(verify({ ...timed, 'x-grafana-alerting-signature': signature })).toBe(false);
    expect(
      verify({ ...timed, 'x-grafana-alerting-signature': hmacHex(`1000:${body}`, 'ours') }),
    ).toBe(true);
    expect(verify({ 'x-grafana-alerting-signature': hmacHex(`1000:${body}`, 'ours') })).toBe(false);
  });

  it('may show the secret instead, but not beside a wrong signature', () => {
    const authorization = 'Bearer ours';
    expect(verify({ authorization })).toBe(true);
    expect(verify({ authorization, 'x-grafana-alerting-signature': '' })).toBe(false);
    expect(verify({ authorization, 'x-grafana-alerting-signature': hmacHex(body, 'other') })).toBe(
      false,
    );
  });
});
