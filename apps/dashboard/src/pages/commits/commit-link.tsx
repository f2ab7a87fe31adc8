import { Link } from '@tanstack/react-router';

/** A commit by the beginning of its hash, as people say it. */
export function CommitLink({ sha }: { readonly sha: string }) {
  return (
    <Link to="/commits/$sha" params={{ sha }} title={sha}>
      <code>{sha.slice(0, 10)}</code>
    </Link>
  );
}
