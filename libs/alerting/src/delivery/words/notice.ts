import { type Alert, type AlertResolution, durationInWords } from '@throughline/dora';
import type { Notification } from '../notification.js';
import { evidenceInWords, momentInWords, stripInWords } from './evidence-in-words.js';
import { oneLine } from './one-line.js';
import { shorten } from './shorten.js';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Link {
  readonly text: string;
  /** http or https, of at most 2048 characters. */
  readonly url: string;
}

/**
 * What people read of an alert, wherever they read it. Every text is one line of bounded length that
 * nobody has escaped yet: names and titles come from outside, so whoever renders it has to.
 */
export interface Notice {
  /** What happened and to what: `Page: api in production: 6 of the last 10 deployments failed`. */
  readonly headline: string;
  /** How it is getting on: who has taken it on, how it ended. */
  readonly course: readonly string[];
  /** Sentences that a person can check by hand. */
  readonly explanation: readonly string[];
  /** What it is about. */
  readonly facts: readonly Fact[];
  /** What it rests on. */
  readonly numbers: readonly Fact[];
  /** The deployments it rests on, drawn in a line. */
  readonly strip?: string | undefined;
  /** The titles of its parts, of an alert about a common cause. */
  readonly parts: readonly string[];
  readonly links: readonly Link[];
}

const TITLE_LIMIT = 300;
const SENTENCE_LIMIT = 400;
const NAME_LIMIT = 120;
/** As long as what events may bring along. */
const ADDRESS_LIMIT = 2048;
const MOST_SENTENCES = 10;
const MOST_NUMBERS = 10;
const MOST_PARTS = 10;

export function noticeOf({ action, alert, children, url }: Notification): Notice {
  return {
    headline: `${happening(action, alert)}: ${shorten(oneLine(alert.title), TITLE_LIMIT)}`,
    course: courseOf(alert),
    explanation: atMost(MOST_SENTENCES, 'sentences', alert.explanation.map(sentence)),
    facts: factsOf(alert),
    numbers: alert.evidence.numbers
      .slice(0, MOST_NUMBERS)
      .map((number) => ({ label: named(number.label), value: evidenceInWords(number) })),
    strip: stripInWords(alert.evidence.deployments),
    parts: atMost(
      MOST_PARTS,
      'parts',
      children.map(({ title }) => shorten(oneLine(title), TITLE_LIMIT)),
    ),
    links: linksOf(alert, url),
  };
}

function happening(action: Notification['action'], { severity }: Alert): string {
  switch (action) {
    case 'opened':
      return severity === 'page' ? 'Page' : 'Alert';
    case 'escalated':
      return 'Now a page';
    case 'acknowledged':
      return 'Taken on';
    case 'resolved':
      return 'Resolved';
  }
}

const ENDED: Readonly<Record<AlertResolution, string>> = {
  recovered: 'It is back to what is usual.',
  quiet: 'Nothing has failed any more for long.',
  corrected: 'What it rested on was corrected: by what is known now it would not have been raised.',
  new_normal: 'Somebody said that this is what is normal from now on.',
  rule_removed: 'Its rule is no longer configured.',
};

function courseOf(alert: Alert): readonly string[] {
  const { acknowledged, resolvedAt, resolution, startedAt } = alert;
  const course: string[] = [];
  if (acknowledged !== undefined) {
    const { by, at, note } = acknowledged;
    const said = note === undefined ? '.' : `: ${sentence(note)}`;
    course.push(`${named(by)} took it on at ${momentInWords(at)}${said}`);
  }
  if (resolvedAt !== undefined) {
    const lasted = durationInWords((resolvedAt - startedAt) / 1000);
    course.push(`It ended at ${momentInWords(resolvedAt)}, after ${lasted}.`);
  }
  if (resolution !== undefined) course.push(ENDED[resolution]);
  return course;
}

function factsOf({ subject, team, owner, rule, severity, startedAt }: Alert): readonly Fact[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Service', subject.service],
    ['Environment', subject.environment],
    ['Source', subject.source],
    ['Deployment', subject.deploymentId],
    ['Team', team ?? subject.team],
    ['Owner', owner],
    ['Since', momentInWords(startedAt)],
    ['Rule', rule],
    ['Severity', severity],
  ];
  return facts.flatMap(([label, value]) =>
    value === undefined ? [] : [{ label, value: named(value) }],
  );
}

function linksOf({ subject, team, runbookUrl }: Alert, url: string | undefined): readonly Link[] {
  const links: readonly (readonly [string, string | undefined])[] = [
    ['The alert', url],
    ['The dashboard', url === undefined ? undefined : dashboardBeside(url, subject.service, team)],
    ['The runbook', runbookUrl],
  ];
  return links.flatMap(([text, address]) => {
    if (address === undefined || !URL.canParse(address)) return [];
    const { protocol, href } = new URL(address);
    // Wherever it is shown, it is there to be pressed.
    const isOfTheWeb = protocol === 'http:' || protocol === 'https:';
    return isOfTheWeb && href.length <= ADDRESS_LIMIT ? [{ text, url: href }] : [];
  });
}

/** The page about the service, or the team, from the page about the alert, `…/alerts/ID`. */
function dashboardBeside(url: string, service: string | undefined, team: string | undefined) {
  if (service !== undefined) return new URL(`../services/${encodeURIComponent(service)}`, url).href;
  if (team !== undefined) return new URL(`../teams/${encodeURIComponent(team)}`, url).href;
  return new URL('../', url).href;
}

function named(name: string): string {
  return shorten(oneLine(name), NAME_LIMIT);
}

function sentence(text: string): string {
  return shorten(oneLine(text), SENTENCE_LIMIT);
}

function atMost(most: number, what: string, texts: readonly string[]): readonly string[] {
  const left = texts.length - most;
  return left > 0 ? [...texts.slice(0, most), `… and ${left} more ${what}`] : texts;
}
