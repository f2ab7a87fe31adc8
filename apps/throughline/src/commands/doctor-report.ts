import { durationInWords } from '@throughline/dora';
import { counted } from '../terminal/counted.js';
import type { CheckAnswer, FoundItem, QualityAnswer } from '../answers/quality-answer.js';

/** More would push what to do about them off the screen. */
const EXAMPLES = 3;

/** Seconds from an event’s receipt until it counts, up to which answers are as good as current. */
const FRESH_WITHIN = 60;

/** Each mark is another sign, so that it needs no colour. */
const MARKS = { warning: '✗', notice: '!', ok: '✓' } as const;

type Severity = keyof typeof MARKS;

/** A warning of the doctor’s own: events wait long before they count. */
export function isBehind({ freshness }: QualityAnswer): boolean {
  return (freshness.lagSeconds ?? 0) > FRESH_WITHIN;
}

/** What is wrong first, with what to do about it; then what is fine, and how much is known. */
export function doctorReport(answer: QualityAnswer): string {
  const of = (severity: Severity) => answer.checks.filter((check) => check.severity === severity);
  return [
    heading(answer),
    freshness(answer),
    ...[...of('warning'), ...of('notice')].map(findings),
    of('ok')
      .map(({ title }) => line('ok', `${title}: none`))
      .join('\n'),
    coverage(answer),
    links(answer),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function line(severity: Severity, text: string): string {
  return `${MARKS[severity]} ${text}`;
}

function heading({ definition, from, to, timezone }: QualityAnswer): string {
  const [first, end] = [from.slice(0, 10), to.slice(0, 10)];
  return `From ${first} up to ${end} (${timezone}), definition ${definition.id}`;
}

function freshness(answer: QualityAnswer): string {
  const { lastEventAt, lagSeconds } = answer.freshness;
  if (lastEventAt === null) {
    return line(
      'notice',
      'Nothing was received yet\n  What to do: send events, or try `throughline import git PATH`',
    );
  }
  const counts = `The newest event was received ${lastEventAt}, and counted ${durationInWords(lagSeconds)} later`;
  return isBehind(answer)
    ? line(
        'warning',
        `${counts}\n  What to do: look at the log of the metrics service, and at metrics_consumer_lag of GET /metrics`,
      )
    : line('ok', counts);
}

function findings({ check, title, severity, says, remedy, count, items }: CheckAnswer): string {
  const examples = items.slice(0, EXAMPLES);
  const more = count - examples.length;
  return [
    line(severity, title),
    `  ${says}`,
    `  What to do: ${remedy}`,
    ...examples.map((item) => `    – ${example(item)}`),
    ...(more > 0 ? [`    and ${more.toLocaleString('en-GB')} more: GET /v1/quality/${check}`] : []),
  ].join('\n');
}

function example({ thing, id, services, environment, repository, source, at, says }: FoundItem) {
  const where = [
    ...(services.length > 0 && thing !== 'service' ? [`of ${services.join(', ')}`] : []),
    ...(environment === null ? [] : [`in ${environment}`]),
    ...(repository === null ? [] : [`from ${repository}`]),
    ...(source === null ? [] : [`by ${source}`]),
    ...(at === null ? [] : [at]),
  ];
  const name = id ?? services.join(', ');
  return `${thing.replaceAll('_', ' ')} ${[name, ...where].join(' ')}: ${says}`;
}

function coverage({ coverage: metrics }: QualityAnswer): string {
  const lines = metrics
    .filter(({ share }) => share !== null)
    .map(
      ({ metric, share, says }) =>
        `  ${percent(share ?? 0).padStart(5)}  ${says.slice(0, -1)} (${metric})`,
    );
  return lines.length === 0
    ? ''
    : ['How much is known of what the metrics need:', ...lines].join('\n');
}

function links({ links: rules }: QualityAnswer): string {
  if (rules.length === 0) return '';
  const total = rules.reduce((sum, rule) => sum + rule.links, 0);
  const inferred = rules.filter(({ said }) => !said).reduce((sum, rule) => sum + rule.links, 0);
  return [
    `What shows deployments to have failed: ${counted(total, 'link')}, ${inferred} of them inferred`,
    ...rules.map(
      ({ rule, confidence, said, links: count }) =>
        `  ${percent(count / total).padStart(5)}  ${rule} (${said ? 'said' : 'inferred'}, confidence ${confidence})`,
    ),
  ].join('\n');
}

/** Rounded down: only all of them are 100 %. */
function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}
