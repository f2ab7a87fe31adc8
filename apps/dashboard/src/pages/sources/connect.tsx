import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sourcesQuestion } from '../../api/questions.js';
import { storedToken } from '../../api/token.js';
import { Card } from '../../components/card.js';
import { Command } from '../../components/command.js';
import styles from './connect.module.css';
import {
  cloudEventCommand,
  deploymentCommand,
  fileCommand,
  importCommand,
} from './connect-commands.js';
import { webhookState } from './webhook-state.js';

/** Every way to send something, with a command that does it. */
export function Connect() {
  const { origin } = window.location;
  const to = { origin, token: storedToken() !== undefined };
  const { data } = useQuery(sourcesQuestion());
  const github = data?.items.find(({ name }) => name === 'github');
  return (
    <div className={styles.ways}>
      <Way title="A CI job" docs="docs/sending-events.md">
        <p>At the end of a deployment, one request. Sending it twice does no harm.</p>
        <Command name="Send a deployment" text={deploymentCommand(to)} />
      </Way>
      <Way title="The history of a repository" docs="README.md">
        <p>
          Commits with their parents, and tags as deployments: lead times at once, for the past too.
        </p>
        <Command name="Import a repository" text={importCommand(to)} />
      </Way>
      <Way title="GitHub" docs="docs/sources/github.md">
        <p>
          A webhook of the repository or the organisation: pushes, pull requests, deployments,
          deployment statuses, issues. {webhookState(github?.accepts)}
        </p>
        <Command name="Payload URL" text={`${origin}/v1/webhooks/github`} />
        <Command
          name="Secret, in throughline.yaml"
          text={"sources:\n  github: { secrets: ['${GITHUB_WEBHOOK_SECRET}'] }"}
        />
      </Way>
      <Way title="CloudEvents" docs="docs/sending-events.md">
        <p>Structured, batched or binary; its data is an event as above.</p>
        <Command name="Send a CloudEvent" text={cloudEventCommand(to)} />
      </Way>
      <Way title="Files" docs="docs/sending-events.md">
        <p>
          An event a line, up to 10,000 a request; also gzipped. Every field is in{' '}
          <a href="/v1/openapi.json">OpenAPI</a>.
        </p>
        <Command name="Send a file" text={fileCommand(to)} />
      </Way>
    </div>
  );
}

interface WayProps {
  readonly title: string;
  /** The page of the documentation that has it in full. */
  readonly docs: string;
  readonly children: ReactNode;
}

function Way({ title, docs, children }: WayProps) {
  return (
    <Card title={title}>
      <div className={styles.way}>
        {children}
        <p className={styles.docs}>
          In full: <code>{docs}</code>
        </p>
      </div>
    </Card>
  );
}
