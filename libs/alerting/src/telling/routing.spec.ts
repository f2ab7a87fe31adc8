import { expect, it } from '@jest/globals';
import type { AlertRule, ReceiverSettings } from '@throughline/service-kit';
import { alertOf } from '../alert.fixture.js';
import { receiversOf, type RoutingSettings } from './routing.js';

const chat = (
  severities: ReceiverSettings['severities'] = ['notify', 'page'],
): ReceiverSettings => ({
  ...{ kind: 'slack', url: 'https://chat.example/x', severities, allowPrivate: false },
});

const rule = (notify: AlertRule['notify'], name = 'change-failures'): AlertRule => ({
  ...{ name, rule: 'change-failure-spike', for: {}, notify, falseAlarmsPerYear: 1 },
});

const settings = (more: Partial<RoutingSettings> = {}): RoutingSettings => ({
  alerts: [rule(['owners'])],
  receivers: { payments: chat(), pager: chat(['page']), platform: chat(), everybody: chat() },
  routes: {
    teams: { payments: ['payments', 'pager'] },
    owners: { 'group:platform': ['platform'] },
    otherwise: ['everybody'],
  },
  ...more,
});

it('goes to whoever is named for the team and the owner of the service', () => {
  const alert = alertOf({ team: 'payments', owner: 'group:platform' });
  expect(receiversOf(alert, [], settings())).toEqual(['payments', 'platform']);
});

it('goes to pagers only where it pages', () => {
  const page = alertOf({ team: 'payments', severity: 'page' });
  expect(receiversOf(page, [], settings())).toEqual(['payments', 'pager']);
});

it('goes elsewhere where nobody is named for the team or the owner', () => {
  expect(receiversOf(alertOf({ team: 'search' }), [], settings())).toEqual(['everybody']);
  expect(receiversOf(alertOf(), [], settings())).toEqual(['everybody']);
});

it('goes where its rule says, by name and inline, each once', () => {
  const alerts = [rule(['platform', chat(), 'platform', 'owners'])];
  const told = receiversOf(alertOf({ owner: 'group:platform' }), [], settings({ alerts }));
  expect(told).toHaveLength(2);
  expect(told).toContain('platform');
});

it('goes nowhere where its rule is gone', () => {
  expect(receiversOf(alertOf({ rule: 'gone' }), [], settings())).toEqual([]);
});

it('goes, about a common cause, wherever its parts would', () => {
  const cause = alertOf({ kind: 'common-cause', rule: 'common-cause' });
  const parts = [alertOf({ team: 'payments' }), alertOf({ owner: 'group:platform' })];
  expect(receiversOf(cause, parts, settings())).toEqual(['payments', 'platform']);
});
