import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface AlertLinkProps {
  readonly id: string;
  readonly children: ReactNode;
}

export function AlertLink({ id, children }: AlertLinkProps) {
  return (
    <Link to="/alerts/$id" params={{ id }} className="said">
      {children}
    </Link>
  );
}
