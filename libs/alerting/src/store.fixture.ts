import type { Alert } from '@throughline/dora';
import type { EventLog, LogRecord } from '@throughline/event-log';
import { deciderKeyOf } from '@throughline/events';
import { createLogger } from '@throughline/service-kit';
import { type ClickHouseClient, insertAlerts } from '@throughline/store';

export const SILENT = createLogger({ service: 'alerter', level: 'silent' });

/** A log that only takes, and shows what it was given. */
export class TakingLog {
  readonly records: LogRecord[] = [];
  readonly log = {
    append: (records: readonly LogRecord[]) => {
      this.records.push(...records);
      return Promise.resolve();
    },
  } as unknown as EventLog;

  /** What was said, as it was meant. */
  messages(): readonly unknown[] {
    return this.records.map(({ value }): unknown => JSON.parse(value.toString('utf8')));
  }
}

/** Keeps alerts as their deciders do once all is in the log. */
export async function storeAlerts(
  client: ClickHouseClient,
  ...alerts: readonly Alert[]
): Promise<void> {
  await insertAlerts(
    client,
    alerts.map(({ parentId: _, unsaid: __, ...alert }) => ({
      alert,
      deciderKey: deciderKeyOf({ service: alert.subject.service ?? '', environment: '' }),
      unsaidActions: [],
    })),
  );
}
