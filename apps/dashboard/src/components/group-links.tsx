import { Link } from '@tanstack/react-router';

/** The page of a service. */
export function ServiceLink({ name }: { readonly name: string }) {
  return (
    <Link to="/services/$service" params={{ service: name }} className="said">
      {name}
    </Link>
  );
}

/** The page of a team. */
export function TeamLink({ name }: { readonly name: string }) {
  return (
    <Link to="/teams/$team" params={{ team: name }} className="said">
      {name}
    </Link>
  );
}
