import type { CommitEvent } from '@throughline/events';
import type { ServiceVersion } from './versions.js';

/** A service as the configuration says it is; nothing that events say of it counts then. */
export interface OracleConfiguredService {
  readonly team?: string | undefined;
  /** Whose it was before, the earliest first; times are epoch milliseconds, exclusive. */
  readonly formerly?: readonly { readonly team: string; readonly until: number }[] | undefined;
  readonly repository?: string | undefined;
  /** Of the form `folder/**` only. */
  readonly paths: readonly string[];
}

export type OracleConfiguration = Readonly<Record<string, OracleConfiguredService>>;

/** Whose a service is, and what of which repository. */
export class OracleCatalogue {
  constructor(
    private readonly configured: OracleConfiguration,
    private readonly versions: readonly ServiceVersion[],
  ) {}

  /** Every service that is there now. */
  get names(): readonly string[] {
    const stated = this.versions.map(({ name }) => name);
    return [...new Set([...Object.keys(this.configured), ...stated])].filter(
      (name) => this.entry(name) !== undefined,
    );
  }

  /** Every team that a service is or was of. */
  get teams(): readonly string[] {
    return [
      ...this.versions.flatMap((version) => (version.retracted ? [] : (version.team ?? []))),
      ...Object.values(this.configured).flatMap(({ team, formerly = [] }) => [
        ...(team === undefined ? [] : [team]),
        ...formerly.map((former) => former.team),
      ]),
    ];
  }

  repositoryOf(service: string): string | undefined {
    return this.entry(service)?.repository;
  }

  teamAt(service: string, at: number): string | undefined {
    const configured = this.configured[service];
    if (configured !== undefined) {
      const then = (configured.formerly ?? []).find(({ until }) => until > at);
      return (then ?? configured).team;
    }
    const versions = this.versionsOf(service);
    // Before anybody said anything it was already what the first to say so said.
    const since = Math.max(at, versions[0]?.updatedAt ?? at);
    const then = versions.findLast(({ updatedAt }) => updatedAt <= since);
    return then === undefined || then.retracted ? undefined : then.team;
  }

  /** A commit whose files nobody told may be of any service. */
  belongsTo({ paths: touched = [] }: CommitEvent, service: string): boolean {
    const folders = (this.entry(service)?.paths ?? []).map((glob) => glob.replace('**', ''));
    if (folders.length === 0 || touched.length === 0) return true;
    return touched.some((path) => folders.some((folder) => path.startsWith(folder)));
  }

  private entry(service: string) {
    const newest = this.versionsOf(service).at(-1);
    const stated = newest === undefined || newest.retracted ? undefined : newest;
    return this.configured[service] ?? stated;
  }

  private versionsOf(service: string): readonly ServiceVersion[] {
    return this.versions.filter(({ name }) => name === service);
  }
}
