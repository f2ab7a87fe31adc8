import type { Instant } from '@throughline/events';
import type { Random } from './random.js';
import type { SampleIncident } from './sample-event.js';
import { DAY, HOUR, MINUTE } from './working-time.js';

/** Incidents that no deployment brought about, by day of the sample. */
const OUTAGES = [
  { day: 12, service: 'payments-api', title: 'The card network answers slowly' },
  { day: 37, service: 'search-api', title: 'A disk of the search cluster is full' },
  { day: 64, service: 'payouts', title: 'The bank’s file server is not reachable' },
  { day: 89, service: 'mobile-gateway', title: 'The certificate of the gateway has expired' },
  { day: 133, service: 'ledger', title: 'The database failed over' },
  { day: 158, service: 'catalog-feed', title: 'A supplier sends empty files' },
] as const;

export function outages(start: Instant, end: Instant, random: Random): readonly SampleIncident[] {
  const over = OUTAGES.map(({ day, service, title }, index): SampleIncident => {
    const openedAt = start + day * DAY + Math.round(random.between(0, 24 * 60)) * MINUTE;
    return {
      ...incident(`outage-${index + 1}`, service, title, openedAt),
      severity: 'sev2',
      resolvedAt: openedAt + Math.round(random.between(25, 400)) * MINUTE,
    };
  });
  const open = incident(
    `outage-${OUTAGES.length + 1}`,
    'search-api',
    'Search answers are slow for customers in Asia',
    end - 5 * HOUR,
  );
  return [...over, { ...open, severity: 'sev3' }];
}

function incident(id: string, service: string, title: string, openedAt: Instant): SampleIncident {
  return {
    type: 'incident',
    source: 'pager',
    id,
    services: [service],
    environment: 'production',
    title,
    openedAt,
    acknowledgedAt: openedAt + 6 * MINUTE,
    url: `https://pager.northwind.example/incidents/${id}`,
  };
}
