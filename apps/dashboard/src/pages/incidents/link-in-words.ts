import { ruleInWords } from '../../words/failure-reasons.js';

/** The rules that link an incident to a deployment, from where the incident stands. */
const WORDS: Readonly<Record<string, string>> = {
  named_cause: 'named by its id',
  sha_match: 'named by a commit that it brought',
  version_match: 'named by its version',
  window: 'it opened soon after',
};

export function linkInWords(rule: string): string {
  return WORDS[rule] ?? ruleInWords(rule);
}
