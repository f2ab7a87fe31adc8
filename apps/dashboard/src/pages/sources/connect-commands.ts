/** Where the commands send, and whether a token goes with them. */
export interface Destination {
  /** `https://throughline.example` */
  readonly origin: string;
  readonly token: boolean;
}

const DEPLOYMENT = [
  '{ "type": "deployment",',
  '    "service": "shop", "environment": "production",',
  '    "repository": "acme/shop",',
  `    "sha": "'"$(git rev-parse HEAD)"'",`,
  '    "status": "succeeded",',
  `    "finishedAt": "'"$(date -u +%FT%TZ)"'" }`,
].join('\n');

/** At the end of a CI job: says that it deployed what it checked out. */
export function deploymentCommand(to: Destination): string {
  return post(to, 'application/json', `-d '${DEPLOYMENT}'`);
}

/** The same as a CloudEvent, as a broker would send it. */
export function cloudEventCommand(to: Destination): string {
  const envelope = [
    '{ "specversion": "1.0", "type": "shop.deployed",',
    `    "id": "'"$(date +%s)"'", "source": "/ci/shop",`,
    `    "data": ${DEPLOYMENT} }`,
  ].join('\n');
  return post(to, 'application/cloudevents+json', `-d '${envelope}'`);
}

/** A file with an event a line. */
export function fileCommand(to: Destination): string {
  return post(to, 'application/x-ndjson', '--data-binary @events.ndjson');
}

/** The commits of a repository, and its tags as deployments. */
export function importCommand({ origin, token }: Destination): string {
  const last = token ? ` \\\n  --token "$THROUGHLINE_TOKEN"` : '';
  return `npm run --silent throughline -- import git ../shop \\\n  --service shop --tags 'v*' --url ${origin}${last}`;
}

function post({ origin, token }: Destination, type: string, data: string): string {
  return [
    `curl ${origin}/v1/events`,
    ...(token ? [`  -H "authorization: Bearer $THROUGHLINE_TOKEN"`] : []),
    `  -H 'content-type: ${type}'`,
    `  ${data}`,
  ].join(' \\\n');
}
