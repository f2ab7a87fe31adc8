/** Where a request came in: DevLake's requests name no service, so this is it. */
export interface DevLakeConnection {
  /** By what the address names it. */
  readonly by: 'id' | 'name';
  readonly value: string;
}

/**
 * What all that comes by a connection is about. DevLake relates incidents to the deployments of the
 * same connection, so both get the same service: its name, or `webhook:1`, DevLake's own name for a
 * connection that is named by its number.
 */
export function serviceOfConnection({ by, value }: DevLakeConnection): string {
  return by === 'name' ? value : `webhook:${value}`;
}
