/** One thing that is wrong with the configuration, where it is, and how to mend it. */
export interface ConfigurationFault {
  /** The variable's name (`KAFKA_BROKERS`), or the file with the line and column (`throughline.yaml:7:5`). */
  readonly where: string;
  /** The way to the value inside the file (`services.api.tier`); empty for a variable or the file as a whole. */
  readonly path: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** The configuration cannot be used. Carries every fault that was found, not only the first. */
export class ConfigurationError extends Error {
  readonly faults: readonly ConfigurationFault[];

  constructor(faults: readonly ConfigurationFault[]) {
    super(faults.map(inWords).join('\n'));
    this.name = 'ConfigurationError';
    this.faults = faults;
  }
}

function inWords({ where, path, message, hint }: ConfigurationFault): string {
  const subject = path === '' ? where : `${where} ${path}`;
  return hint === undefined ? `${subject}: ${message}` : `${subject}: ${message}; ${hint}`;
}
