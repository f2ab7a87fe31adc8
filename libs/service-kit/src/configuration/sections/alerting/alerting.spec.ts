import { describe, expect, it } from '@jest/globals';
import { describeConfigurationFile } from '../../configuration-file-schema.js';
import { faultsOf, parse } from '../../configuration-text.fixture.js';

const KEY = 'a'.repeat(32);

const WHOLE = `
publicUrl: https://throughline.example/
receivers:
  chat: { slack: "https://hooks.slack.com/services/T/B/x" }
  pager: { pagerduty: ${KEY}, severities: [page] }
  mail: { email: [oncall@example.com], smtp: "smtp://mail.example:587", from: throughline@example.com }
routes:
  teams: { payments: [chat, pager] }
  otherwise: [mail]
quietHours:
  - { for: { team: [payments] }, days: [saturday, sunday], from: "22:00", to: "07:30", timezone: Europe/Berlin }
silences:
  - { for: { service: [api] }, until: 2026-12-01, author: Ada, reason: migration }
alerts:
  - name: change-failures
    rule: change-failure-spike
    for: { tier: [1] }
    notify: [{ webhook: "https://hooks.example/alerts", secret: "a secret of our own" }, chat, owners]
  - { name: slow, rule: threshold, metric: changeLeadTime.p50, above: 3d, hold: 6h, per: team }
  - { name: failing, rule: threshold, metric: changeFailRate.rate, above: 15% }
  - { name: drifting, rule: drift, metric: recoveryTime }
  - { name: still-broken, rule: open-failure }
  - { name: quiet, rule: source-silent }
  - { name: budget, rule: burn-rate, objective: 0.15 }
`;

describe('what alerting is told', () => {
  it('is read with its defaults', () => {
    const file = parse(WHOLE);
    expect(file.publicUrl).toBe('https://throughline.example');
    expect(file.receivers).toMatchObject({
      chat: { kind: 'slack', severities: ['notify', 'page'], allowPrivate: false },
      pager: { kind: 'pagerduty', routingKey: KEY, endpoint: 'https://events.pagerduty.com' },
      mail: { kind: 'email', to: ['oncall@example.com'] },
    });
    expect(file.quietHours).toEqual([
      {
        for: { team: ['payments'] },
        days: [6, 7],
        from: 22 * 60,
        to: 7 * 60 + 30,
        timezone: 'Europe/Berlin',
      },
    ]);
    expect(file.silences).toMatchObject([{ until: Date.UTC(2026, 11, 1), author: 'Ada' }]);
    expect(file.alerts).toMatchObject([
      {
        falseAlarmsPerYear: 1,
        notify: [{ kind: 'webhook', secrets: ['a secret of our own'] }, 'chat', 'owners'],
      },
      { direction: 'above', limit: 3 * 86_400, hold: 6 * 3600, per: 'team', severity: 'notify' },
      { direction: 'above', limit: 0.15, atLeast: 10, hold: 0 },
      { metric: 'recoveryTime', window: 14 * 86_400, before: 90 * 86_400 },
      { severity: 'page' },
      { rule: 'source-silent' },
      { objective: 0.15 },
    ]);
  });

  it('watches for failing changes without a word of it, and for nothing where it is told so', () => {
    expect(parse('').alerts).toMatchObject([
      { name: 'change-failures', rule: 'change-failure-spike', for: {}, notify: ['owners'] },
    ]);
    expect(parse('alerts: []').alerts).toEqual([]);
  });

  it('takes counts over any number of things: too few is what is looked for', () => {
    const [few, many] = parse(
      `alerts:
        - { name: few, rule: threshold, metric: deploymentFrequency.perDay, below: 0.2 }
        - { name: many, rule: threshold, metric: recoveryTime.open, above: 2, atLeast: 5 }`,
    ).alerts;
    expect([few, many]).toMatchObject([{ atLeast: 0 }, { atLeast: 5 }]);
  });

  it('says what it means, without secrets', () => {
    const sentences = describeConfigurationFile(parse(WHOLE)).join('\n');
    expect(sentences).toContain(
      'Rule change-failures raises an alert when changes fail more often than is usual, but only of tier 1; told are a webhook, chat, owners.',
    );
    expect(sentences).toContain(
      'Rule slow raises an alert when changeLeadTime.p50 of a team over 30d is above 3d for 6h; told are owners.',
    );
    expect(sentences).toContain('changeFailRate.rate of a service over 30d is above 15%;');
    expect(sentences).toContain('Rule still-broken raises a page when a failed deployment');
    expect(sentences).toContain(
      'From 22:00 to 07:30 (Europe/Berlin) on saturday, sunday alerts of team payments that page nobody wait.',
    );
    expect(sentences).not.toContain('secret');
    expect(sentences).not.toContain(KEY);
    expect(sentences).not.toContain('hooks.slack.com');
  });

  const alert = (keys: string) => `alerts:\n  - { name: a, ${keys} }\n`;

  it.each([
    [
      'an unknown receiver',
      `receivers: { chat: { slack: "https://s" } }\n${alert('rule: open-failure, notify: [chatt]')}`,
      /^throughline.yaml:3:\d+ alerts.0.notify.0: there is no receiver "chatt"; did you mean "chat"\?$/,
    ],
    [
      'an unknown receiver of a team',
      'routes: { teams: { payments: [pager] } }',
      /^throughline.yaml:1:\d+ routes.teams.payments.0: there is no receiver "pager"/,
    ],
    [
      'a receiver of two kinds',
      'receivers: { both: { slack: "https://s", teams: "https://t" } }',
      /receivers.both: is several: slack, teams: give exactly one of webhook, slack/,
    ],
    [
      'a receiver of none',
      'receivers: { none: { url: "https://s" } }',
      /receivers.none: is no receiver: give exactly one of webhook, slack/,
    ],
    [
      'a webhook without a secret',
      'receivers: { hook: { webhook: "https://s" } }',
      /receivers.hook.*: is needed, so that the receiver can tell who sends/,
    ],
    [
      'a secret that can be guessed',
      'receivers: { hook: { webhook: "https://s", secret: "hunter2" } }',
      /receivers.hook.secret: is too short to be one: give 16 characters or more/,
    ],
    [
      'a secret that was cut off',
      `receivers: { hook: { webhook: "https://s", secret: "whsec_${'A'.repeat(31)}=" } }`,
      /receivers.hook.secret: begins with whsec_ and is not followed by 24 to 64 bytes in base64/,
    ],
    [
      'a secret that is longer than the specification allows',
      `receivers: { hook: { webhook: "https://s", secret: "whsec_${'A'.repeat(87)}=" } }`,
      /receivers.hook.secret: begins with whsec_/,
    ],
    [
      'a misspelt key of a receiver',
      'receivers: { hook: { slack: "https://s", allowPrivat: true } }',
      /^throughline.yaml:1:\d+ receivers.hook.allowPrivat: unknown key/,
    ],
    [
      'mail without a server',
      'receivers: { mail: { email: [a@b.example], from: c@d.example } }',
      /receivers.mail.smtp: is no mail server: write smtp:/,
    ],
    [
      'both limits',
      alert('rule: threshold, metric: changeFailRate.rate, above: 0.1, below: 0.05'),
      /alerts.0.below: give either above or below/,
    ],
    [
      'no limit',
      alert('rule: threshold, metric: changeFailRate.rate'),
      /alerts.0.*: give either above or below/,
    ],
    [
      'a limit in another unit',
      alert('rule: threshold, metric: changeLeadTime.p50, above: 3'),
      /alerts.0.above: is no length of time, which changeLeadTime.p50 is: write 4h, 30m or 2d/,
    ],
    [
      'an unknown metric',
      alert('rule: threshold, metric: changeLeadTime.p5, above: 3d'),
      /alerts.0.metric: .*did you mean "changeLeadTime.p50"\?/,
    ],
    ['an unknown rule', alert('rule: spike'), /alerts.0.rule: /],
    [
      'an objective that is no share',
      alert('rule: burn-rate, objective: 15'),
      /alerts.0.objective: /,
    ],
    [
      'two rules of one name',
      'alerts: [{ name: a, rule: open-failure }, { name: a, rule: source-silent }]',
      /alerts.1.name: is the name of another rule/,
    ],
    [
      'a silence without an end',
      'silences: [{ author: Ada, reason: migration }]',
      /silences.0.until: is no date or time/,
    ],
    [
      'a silence without an author',
      'silences: [{ until: 2026-12-01, reason: migration }]',
      /silences.0.author: /,
    ],
    [
      'quiet hours in no time zone',
      'quietHours: [{ from: "22:00", to: "06:00", timezone: Berlin }]',
      /quietHours.0.timezone: is no time zone/,
    ],
    [
      'quiet hours at no time',
      'quietHours: [{ from: "25:00", to: "06:00" }]',
      /quietHours.0.from: is no time of day/,
    ],
  ])('refuses %s', (_name, text, fault) => {
    expect(faultsOf(text)).toMatch(fault);
  });
});
