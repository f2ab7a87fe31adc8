/** A number as Prometheus reads it. */
export interface ReadSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface ReadFamily {
  readonly type: string;
  readonly help: string;
  readonly samples: readonly ReadSample[];
}

const HELP = /^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/;
const TYPE = /^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)\{(.*)\} (-?\d+(?:\.\d+)?(?:e[+-]\d+)?)$/;
const LABEL = /^([a-zA-Z_]\w*)="((?:[^"\\\n]|\\["\\n])*)"(?:,(?=.)|$)/;

/**
 * Reads Prometheus' text format 0.0.4, more strictly than Prometheus does: each family is told of
 * once, with HELP, TYPE and then its samples; counters are called `_total` and nothing else is; no
 * series is there twice; the buckets of a histogram only grow, up to its count.
 */
export function parseExposition(text: string): ReadonlyMap<string, ReadFamily> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const families = new Map<string, ReadFamily>();
  const lines = text.slice(0, -1).split('\n');
  while (lines.length > 0) {
    const [, name = '', help = ''] = HELP.exec(lines.shift() ?? '') ?? [];
    const [, typed, type = ''] = TYPE.exec(lines.shift() ?? '') ?? [];
    if (name === '' || name !== typed) throw new Error(`no HELP and TYPE of one family: ${name}`);
    if (families.has(name)) throw new Error(`${name} is told of twice`);
    if ((type === 'counter') !== name.endsWith('_total')) throw new Error(`${name} is a ${type}`);
    const samples: ReadSample[] = [];
    while (lines[0]?.startsWith('#') === false) samples.push(readSample(lines.shift() ?? ''));
    const suffixes = type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    for (const sample of samples) {
      if (!suffixes.some((suffix) => sample.name === `${name}${suffix}`)) {
        throw new Error(`${sample.name} is no part of ${name}`);
      }
    }
    const series = samples.map((sample) => JSON.stringify([sample.name, sample.labels]));
    if (new Set(series).size < series.length) throw new Error(`${name} has a series twice`);
    if (type === 'histogram') requireHistograms(name, samples);
    families.set(name, { type, help, samples });
  }
  return families;
}

function readSample(line: string): ReadSample {
  const [, name = '', inBraces = '', value] = SAMPLE.exec(line) ?? [];
  if (value === undefined) throw new Error(`no sample: ${line}`);
  const labels: Record<string, string> = {};
  let rest = inBraces;
  while (rest !== '') {
    const [whole = '', label = '', text = ''] = LABEL.exec(rest) ?? [];
    if (whole === '') throw new Error(`no label begins with ${rest}`);
    labels[label] = text.replaceAll(/\\(["\\n])/g, (_, one) => (one === 'n' ? '\n' : String(one)));
    rest = rest.slice(whole.length);
  }
  return { name, labels, value: Number(value) };
}

function requireHistograms(name: string, samples: readonly ReadSample[]): void {
  const counts = samples.filter((sample) => sample.name === `${name}_count`);
  for (const { labels, value } of counts) {
    const isOfThis = (sample: ReadSample) =>
      Object.entries(labels).every(([label, text]) => sample.labels[label] === text);
    const buckets = samples.filter((one) => one.name === `${name}_bucket` && isOfThis(one));
    const bounds = buckets.map((one) =>
      Number((one.labels['le'] ?? '').replace('+Inf', 'Infinity')),
    );
    const ascends = (numbers: readonly number[]) =>
      numbers.every((number, index) => number >= (numbers[index - 1] ?? 0));
    const sound =
      bounds.at(-1) === Infinity &&
      ascends(bounds) &&
      ascends(buckets.map((one) => one.value)) &&
      buckets.at(-1)?.value === value &&
      samples.filter((one) => one.name === `${name}_sum` && isOfThis(one)).length === 1;
    if (!sound) throw new Error(`${name} of ${JSON.stringify(labels)} is no histogram`);
  }
}
