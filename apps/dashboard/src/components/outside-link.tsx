import type { ReactNode } from 'react';
import { webAddress } from '../words/web-address.js';

interface OutsideLinkProps {
  /** As an event gave it; only an address of a page becomes a link. */
  readonly address: string;
  /** The address itself where left out. */
  readonly children?: ReactNode;
}

/** A link to a page of another tool, which learns nothing of where it was followed from. */
export function OutsideLink({ address, children }: OutsideLinkProps) {
  const href = webAddress(address);
  if (href === undefined) return <span className="said">{address}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className="said">
      {children ?? address}
      <span aria-hidden="true"> ↗</span>
      <span className="unseen"> (opens in another tab)</span>
    </a>
  );
}
