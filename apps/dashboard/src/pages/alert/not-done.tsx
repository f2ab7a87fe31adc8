import { ApiProblem } from '@throughline/api-client';
import { Command } from '../../components/command.js';
import { Problem } from '../../components/problem.js';
import styles from './not-done.module.css';

interface NotDoneProps {
  readonly error: Error;
  /** What was to be done: `Take the alert on`. */
  readonly name: string;
  /** The command that does it, told to who answers at an origin. */
  readonly command: (origin: string) => string;
}

/** Why nothing was done about an alert, and how it can be done. */
export function NotDone({ error, name, command }: NotDoneProps) {
  const advice = adviceOn(error);
  if (advice === undefined) return <Problem error={error} />;
  return (
    <div className={styles.notDone} role="alert">
      <p className={styles.title}>{advice.title}</p>
      <p>{advice.says}</p>
      <Command name={name} text={command(advice.origin)} />
    </div>
  );
}

interface Advice {
  readonly title: string;
  readonly says: string;
  /** Who would take it. */
  readonly origin: string;
}

function adviceOn(error: Error): Advice | undefined {
  const status = error instanceof ApiProblem ? error.problem.status : undefined;
  switch (status) {
    case 401:
    case 403:
      return {
        title: 'Your token may not do this',
        says: 'It needs the scope respond: throughline token create --name NAME --scope read respond. With such a token:',
        origin: window.location.origin,
      };
    // The page shows the alert: what is missing is not the alert but who takes orders about it.
    case 404:
      return {
        title: 'No alerter answers at this address',
        says: 'Here only questions are answered: the services run apart. Tell the alerter itself, at its own address:',
        origin: 'http://YOUR-ALERTER',
      };
    default:
      return undefined;
  }
}
