import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface DeploymentLinkProps {
  readonly service: string;
  readonly environment: string;
  readonly id: string;
  /** The id where left out. */
  readonly children?: ReactNode;
}

export function DeploymentLink({ children, ...address }: DeploymentLinkProps) {
  return (
    <Link to="/deployments/$service/$environment/$id" params={address} className="said">
      {children ?? address.id}
    </Link>
  );
}
