import { describe, expect, it } from '@jest/globals';
import { describeConfigurationFile } from '../configuration-file-schema.js';
import { faultsOf, parse } from '../configuration-text.fixture.js';

const moved = (formerly: string) => `services:\n  api: { team: search, formerly: ${formerly} }\n`;

describe('a service that moved between teams', () => {
  it('names its former teams, each with the moment it gave the service away', () => {
    const formerly =
      '[{ team: founders, until: 2024-06-01 }, { team: payments, until: "2026-03-01T12:00:00+01:00" }]';
    expect(parse(moved(formerly)).services['api']).toMatchObject({
      team: 'search',
      formerly: [
        { team: 'founders', until: Date.UTC(2024, 5, 1) },
        { team: 'payments', until: Date.UTC(2026, 2, 1, 11) },
      ],
    });
  });

  it('may be nobody’s now', () => {
    const text = 'services:\n  api: { formerly: [{ team: payments, until: 2026-03-01 }] }\n';
    expect(parse(text).services['api']).toMatchObject({ formerly: [{ team: 'payments' }] });
  });

  it.each([
    [
      'out of order',
      '[{ team: a, until: 2026-03-01 }, { team: b, until: 2024-06-01 }]',
      /^throughline.yaml:2:34 services.api.formerly: is not in order: list the former teams earliest/,
    ],
    [
      'twice at once',
      '[{ team: a, until: 2026-03-01 }, { team: b, until: 2026-03-01 }]',
      /^throughline.yaml:2:34 services.api.formerly: is not in order/,
    ],
    [
      'at no moment',
      '[{ team: a, until: March }]',
      /^throughline.yaml:2:53 services.api.formerly.0.until: is no date or time: write 2026-03-01/,
    ],
    [
      'without a moment',
      '[{ team: a }]',
      /^throughline.yaml:2:35 services.api.formerly.0.until: is no date or time/,
    ],
    [
      'with another key',
      '[{ team: a, untill: 2026-03-01, until: 2026-03-01 }]',
      /^throughline.yaml:2:46 services.api.formerly.0.untill: unknown key; did you mean "until"\?$/,
    ],
  ])('is refused when it moved %s', (_name, formerly, fault) => {
    expect(faultsOf(moved(formerly))).toMatch(fault);
  });

  it('is told in a sentence', () => {
    const text = moved('[{ team: payments, until: 2026-03-01 }]');
    expect(describeConfigurationFile(parse(text))).toContain(
      'Service api belongs to search, belonged to payments until 2026-03-01.',
    );
  });
});
