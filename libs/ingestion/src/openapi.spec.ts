import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES } from '@throughline/events';
import { apiDocument } from '@throughline/service-kit';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { COMMIT, DEPLOYMENT, INCIDENT, SERVICE } from './examples.fixture.js';
import { ingestionPaths } from './openapi.js';

const document = apiDocument(ingestionPaths());

describe('the OpenAPI document of the ingestor', () => {
  it('has a component for every type of event', () => {
    const names = EVENT_TYPES.map((type) => `${type.charAt(0).toUpperCase()}${type.slice(1)}Event`);
    expect(Object.keys(document.components?.schemas ?? {})).toEqual(
      expect.arrayContaining(['Event', ...names]),
    );
  });

  it('describes events as they are sent', () => {
    const schema = {
      $ref: '#/components/schemas/Event',
      components: document.components,
    } as unknown as AnySchema;
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    for (const event of [COMMIT, DEPLOYMENT, INCIDENT, SERVICE]) {
      expect([validate(event), validate.errors]).toEqual([true, null]);
    }
    expect(validate({ ...COMMIT, sha: 1 })).toBe(false);
    expect(validate({ type: 'depoyment' })).toBe(false);
  });
});
