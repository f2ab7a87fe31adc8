import { Link } from '@tanstack/react-router';
import { Message } from '../../components/message.js';
import styles from './welcome.module.css';

/** Nothing ever came: how to send the first events. */
export function Welcome() {
  const origin = window.location.origin;
  return (
    <Message title="No events yet">
      <p>
        This page fills as soon as something is sent, and needs no reload. From the terminal, a
        history that you already have:
      </p>
      <pre className={styles.command}>
        npm run --silent throughline -- import git ../shop --service shop --tags &apos;v*&apos;
      </pre>
      <p>From a CI job, at the end of each deployment:</p>
      <pre className={styles.command}>
        {`curl ${origin}/v1/events -H 'content-type: application/json' \\
  -d '{"type":"deployment","service":"shop","environment":"production","status":"succeeded",
       "repository":"acme/shop","sha":"'"$GIT_SHA"'","finishedAt":"'"$(date -u +%FT%TZ)"'"}'`}
      </pre>
      <p>
        <Link to="/sources">All the ways to connect</Link>
      </p>
    </Message>
  );
}
