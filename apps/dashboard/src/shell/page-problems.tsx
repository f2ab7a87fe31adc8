import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { Message } from '../components/message.js';

export function NoSuchPage() {
  return (
    <Message title="There is no page at this address">
      <p>
        It may have been mistyped, or be of a newer version. <Link to="/">The overview</Link> has
        all the others.
      </p>
    </Message>
  );
}

/** A fault of the page itself, not of the API. */
export function BrokenPage({ error }: ErrorComponentProps) {
  return (
    <Message title="This page broke" tone="problem">
      <p>
        That is a mistake in Throughline, not in your data. What broke:{' '}
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </p>
      <p>
        <Link to="/">The overview</Link> may still work; the numbers are in the API all the same.
      </p>
    </Message>
  );
}
