import type { AlertItem } from '@throughline/api-client';
import { firingFirst } from '../../alerts/firing.js';
import { AlertList } from '../../alerts/alert-list.js';
import { Card } from '../../components/card.js';

interface PartsProps {
  readonly parts: readonly AlertItem[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The alerts that have this one as their common cause. */
export function Parts({ parts, now }: PartsProps) {
  return (
    <Card title={`What it is the cause of: ${parts.length}`} says="Each has its own evidence.">
      <AlertList alerts={firingFirst(parts)} now={now} areParts />
    </Card>
  );
}
