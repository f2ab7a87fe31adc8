import { Link } from '@tanstack/react-router';
import { Command } from '../../components/command.js';
import { Message } from '../../components/message.js';

const IMPORT = "npm run --silent throughline -- import git ../shop --service shop --tags 'v*'";

const deployed = (
  origin: string,
) => `curl ${origin}/v1/events -H 'content-type: application/json' \\
  -d '{"type":"deployment","service":"shop","environment":"production","status":"succeeded",
       "repository":"acme/shop","sha":"'"$GIT_SHA"'","finishedAt":"'"$(date -u +%FT%TZ)"'"}'`;

/** Nothing ever came: how to send the first events. */
export function Welcome() {
  return (
    <Message title="No events yet">
      <p>
        This page fills as soon as something is sent, and needs no reload. From the terminal, a
        history that you already have:
      </p>
      <Command name="Import a history" text={IMPORT} />
      <p>From a CI job, at the end of each deployment:</p>
      <Command name="Send a deployment" text={deployed(window.location.origin)} />
      <p>
        <Link to="/sources">All the ways to connect</Link>
      </p>
    </Message>
  );
}
