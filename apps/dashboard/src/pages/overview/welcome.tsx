import { Link } from '@tanstack/react-router';
import { storedToken } from '../../api/token.js';
import { Command } from '../../components/command.js';
import { Message } from '../../components/message.js';
import { deploymentCommand, importCommand } from '../sources/connect-commands.js';

/** Nothing ever came: how to send the first events. */
export function Welcome() {
  const destination = { origin: window.location.origin, token: storedToken() !== undefined };
  return (
    <Message title="No events yet">
      <p>
        This page fills as soon as something is sent, and needs no reload. From the terminal, a
        history that you already have:
      </p>
      <Command name="Import a history" text={importCommand(destination)} />
      <p>From a CI job, at the end of each deployment:</p>
      <Command name="Send a deployment" text={deploymentCommand(destination)} />
      <p>
        <Link to="/sources">All the ways to connect</Link>
      </p>
    </Message>
  );
}
