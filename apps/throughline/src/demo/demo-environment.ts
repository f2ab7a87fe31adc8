/**
 * The sample must not land among real data, nor meet real rules: of the environment only what has
 * nothing to do with either reaches the demo's platform.
 *
 * @param configuration the file that the platform is to read
 */
export function demoEnvironment(
  environment: NodeJS.ProcessEnv,
  configuration: string,
): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) => !/^(?:THROUGHLINE|KAFKA|CLICKHOUSE|INGESTOR)_/.test(name),
  );
  return {
    LOG_LEVEL: 'warn',
    ...Object.fromEntries(kept),
    THROUGHLINE_CONFIG: configuration,
  };
}

/** What the demo's platform reads instead of the throughline.yaml that may lie around. */
export const DEMO_CONFIGURATION = `environments:
  production: [production]
  staging: [staging]
`;
