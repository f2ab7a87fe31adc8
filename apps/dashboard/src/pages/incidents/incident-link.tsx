import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface IncidentLinkProps {
  readonly source: string;
  readonly id: string;
  /** The id where left out. */
  readonly children?: ReactNode;
}

export function IncidentLink({ children, ...address }: IncidentLinkProps) {
  return (
    <Link to="/incidents/$source/$id" params={address} className="said">
      {children ?? address.id}
    </Link>
  );
}
