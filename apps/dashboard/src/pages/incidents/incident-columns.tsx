import type { IncidentItem } from '@throughline/api-client';
import { durationInWords } from '@throughline/dora';
import { Link } from '@tanstack/react-router';
import type { Column } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import { Causes } from './causes.js';
import styles from './incident-columns.module.css';
import { IncidentLink } from './incident-link.js';
import { secondsOf } from './incident-duration.js';
import { IncidentState } from './incident-state.js';

export const INCIDENT_COLUMNS: readonly Column<IncidentItem>[] = [
  {
    id: 'opened',
    title: 'Opened',
    cell: ({ openedAt }) => <Moment time={openedAt} />,
  },
  {
    id: 'incident',
    title: 'Incident',
    cell: ({ source, id, title }) => (
      <div className={styles.incident}>
        <IncidentLink source={source} id={id}>
          <span className={styles.title}>{title ?? id}</span>
        </IncidentLink>
        {title !== null && <span className={`said ${styles.second}`}>{id}</span>}
      </div>
    ),
  },
  {
    id: 'services',
    title: 'Services',
    cell: ({ services, environment }) => (
      <>
        <span className={styles.services}>
          {services.map((service, index) => (
            <span key={service}>
              {index > 0 && ', '}
              <Link to="/services/$service" params={{ service }} className="said">
                {service}
              </Link>
            </span>
          ))}
        </span>
        {environment !== null && <span className={`said ${styles.second}`}>{environment}</span>}
      </>
    ),
  },
  {
    id: 'severity',
    title: 'Severity',
    cell: ({ severity }) => <span className={`said ${styles.severity}`}>{severity ?? '–'}</span>,
  },
  {
    id: 'state',
    title: 'State',
    cell: ({ resolvedAt }) => <IncidentState open={resolvedAt === null} />,
  },
  {
    id: 'duration',
    title: 'Lasted',
    align: 'end',
    cell: (incident) => <span className={styles.line}>{durationInWords(secondsOf(incident))}</span>,
  },
  { id: 'cause', title: 'Goes back to', cell: (incident) => <Causes links={incident.links} /> },
];
