import { Link } from '@tanstack/react-router';
import { Message } from './message.js';

/** No event has ever come: nothing can be said, which is not the same as that all is well. */
export function NothingYet() {
  return (
    <Message title="Nothing has come in yet">
      <p>
        Everything here is made of events. <Link to="/sources">Sources</Link> says how to send the
        first; this page fills as they arrive.
      </p>
    </Message>
  );
}
