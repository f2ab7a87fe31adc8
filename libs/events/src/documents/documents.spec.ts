import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { ALL_TOPICS } from '../topics.js';
import { asyncApiDocument } from './async-api.js';
import { anyInputJsonSchema } from './json-schema.js';

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

describe('the JSON Schema of an event', () => {
  const validate = ajv.compile(anyInputJsonSchema());
  const commit = {
    type: 'commit',
    repository: 'acme/shop',
    sha: 'a'.repeat(40),
    parents: [],
    authoredAt: '2026-01-01T00:00:00Z',
  };

  it('takes what the parser takes', () => {
    expect(validate(commit)).toBe(true);
    expect(validate({ ...commit, authoredAt: 1_700_000_000, extra: 1 })).toBe(true);
    expect(validate({ type: 'incident', id: 'i', service: 'api', openedAt: 1 })).toBe(true);
    expect(validate({ type: 'service', name: 'api', retracted: true })).toBe(true);
  });

  it('refuses what the parser refuses', () => {
    expect(validate({ ...commit, parents: 'none' })).toBe(false);
    expect(validate({ ...commit, type: 'comit' })).toBe(false);
    expect(validate({ type: 'commit', sha: 'a'.repeat(40) })).toBe(false);
  });
});

describe('the AsyncAPI document', () => {
  const document = asyncApiDocument('1');

  it('has a channel for every topic, and every message it refers to', () => {
    expect(Object.values(document.channels).map(({ address }) => address)).toEqual(ALL_TOPICS);
    for (const channel of Object.values(document.channels)) {
      expect(Object.keys(channel.messages).length).toBeGreaterThan(0);
      for (const name of Object.keys(channel.messages)) {
        expect(document.components.messages).toHaveProperty(name);
      }
    }
  });
});
