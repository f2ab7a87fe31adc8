import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from '@jest/globals';
import { NO_MAPPING } from '../mapping/mapping.js';
import { servicenow } from './servicenow.js';

/*
 * The business rule that our documents give, run with what ServiceNow has of the things it uses
 * (https://developer.servicenow.com: GlideRecord, RESTMessageV2, CertificateEncryption).
 */

const NOW = Date.UTC(2026, 2, 1, 12, 10);
const SECRET = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;

const page = readFileSync(
  new URL('../../../../docs/sources/servicenow.md', import.meta.url),
  'utf8',
);
const [, RULE = ''] = /```js\n([\s\S]+?)```/.exec(page) ?? [];

interface Sent {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the rule sends of a record; values are as ServiceNow keeps them, references as it shows them. */
function sent(record: Readonly<Record<string, string | null>>): Sent {
  const headers: Record<string, string> = {};
  let body = '';
  runInNewContext(RULE, {
    previous: null,
    current: {
      getTableName: () => 'incident',
      operation: () => 'update',
      getUniqueValue: () => '9c573169c611228700193229fff72400',
      getValue: (field: string) => record[field] ?? null,
      getDisplayValue: (field: string) => record[field] ?? '',
      isValidField: (field: string) => field in record,
    },
    gs: {
      getProperty: (name: string) =>
        ({
          'throughline.secret': SECRET,
          'throughline.url': 'https://throughline.example.com/v1/webhooks/servicenow',
          'glide.servlet.uri': 'https://acme.service-now.com/',
        })[name],
    },
    GlideDateTime: class {
      getNumericValue = () => NOW;
    },
    CertificateEncryption: class {
      generateMac = (key: string, _algorithm: string, content: string) =>
        createHmac('sha256', Buffer.from(key, 'base64')).update(content).digest('base64');
    },
    sn_ws: {
      RESTMessageV2: class {
        setEndpoint = () => undefined;
        setHttpMethod = () => undefined;
        setRequestHeader = (name: string, value: string) => {
          headers[name] = value;
        };
        setRequestBody = (text: string) => {
          body = text;
        };
        executeAsync = () => undefined;
      },
    },
  });
  return { body, headers };
}

it('sends what is believed and read', () => {
  const { body, headers } = sent({
    sys_mod_count: '4',
    number: 'INC0010001',
    state: '6',
    opened_at: '2026-03-01 12:00:00',
    resolved_at: '2026-03-01 12:09:00',
    short_description: 'Die Kasse hängt 🔥',
    priority: '1 - Critical',
    business_service: 'Checkout',
    cmdb_ci: '',
    caused_by: '',
  });
  const delivery = { body: Buffer.from(body), headers, receivedAt: NOW };
  expect(servicenow.verify(delivery, [SECRET])).toEqual({ authentic: true });
  expect(servicenow.dedupeKey({}, headers)).toBe('9c573169c611228700193229fff72400-4-update');
  expect(servicenow.normalise(JSON.parse(body), headers, NO_MAPPING)).toMatchObject({
    events: [
      {
        id: 'INC0010001',
        updatedAt: NOW,
        openedAt: '2026-03-01T12:00:00Z',
        resolvedAt: '2026-03-01T12:09:00Z',
        services: ['Checkout'],
        causedBy: undefined,
        title: 'Die Kasse hängt 🔥',
        url: 'https://acme.service-now.com/incident.do?sys_id=9c573169c611228700193229fff72400',
      },
    ],
  });
});

it('writes everything but plain letters as escapes, so that no encoding changes what was signed', () => {
  expect(sent({ short_description: 'hängt' }).body).toMatch(/^[\u0020-\u007e]+$/);
});
