import { expect, it } from '@jest/globals';
import type { FailureLink } from '../failures/failure-link.js';
import type { FailureRule } from '../failures/failure-rules.js';
import { whyUnlinked } from './incident-findings.js';

const link = (rule: FailureRule) => ({ rule }) as FailureLink;
const incident = (stated: object) => ({
  source: 'pager',
  id: '1',
  services: [],
  openedAt: 0,
  ...stated,
});
const none = { believed: [], doubted: [] };

it('tells an incident whose cause is not known from one that names nothing, and from the rest', () => {
  const cause = { deploymentId: '17' };
  expect(whyUnlinked(incident({ cause, services: ['api'] }), none)).toBe('incident_cause_unknown');
  expect(whyUnlinked(incident({ cause }), none)).toBe('incident_cause_unknown');
  expect(whyUnlinked(incident({}), none)).toBe('incident_names_nothing');
  expect(whyUnlinked(incident({ services: ['api'] }), none)).toBe('incident_without_deployment');
});

it('says nothing of an incident that the definition links, by whatever rule', () => {
  const links = [link('window')];
  expect(whyUnlinked(incident({ cause: { sha: 'a' } }), { believed: links, doubted: [] })).toBe(
    undefined,
  );
});

it('knows the cause that a rule finds which the definition does not believe', () => {
  const doubted = [link('sha_match')];
  expect(whyUnlinked(incident({ cause: { sha: 'a' } }), { believed: [], doubted })).toBe(
    'incident_without_deployment',
  );
});
