import { ApiProblem } from '@throughline/api-client';
import { Message } from './message.js';

/** Why the API did not answer, in its own words. */
export function Problem({ error }: { readonly error: Error }) {
  if (!(error instanceof ApiProblem)) {
    return (
      <Message title="Throughline does not answer" tone="problem">
        <p>The page asks again as soon as it does. Is the query API running?</p>
      </Message>
    );
  }
  const { title, detail, code, faults = [] } = error.problem;
  return (
    <Message title={title} tone="problem">
      {detail !== undefined && <p className="said">{detail}</p>}
      {faults.map(({ path, message }) => (
        <p key={path} className="said">
          <code>{path}</code> {message}
        </p>
      ))}
      <p>
        <code>{code}</code>
      </p>
    </Message>
  );
}
