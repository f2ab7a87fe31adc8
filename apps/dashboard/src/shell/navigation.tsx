import { Link } from '@tanstack/react-router';
import { FiringCount } from './firing-count.js';
import styles from './navigation.module.css';

const PAGES = [
  { to: '/', name: 'Overview' },
  { to: '/teams', name: 'Teams' },
  { to: '/services', name: 'Services' },
  { to: '/deployments', name: 'Deployments' },
  { to: '/incidents', name: 'Incidents' },
  { to: '/alerts', name: 'Alerts' },
  { to: '/quality', name: 'Data quality' },
  { to: '/sources', name: 'Sources' },
  { to: '/definitions', name: 'Definitions' },
] as const;

export function Navigation({ onNavigate }: { readonly onNavigate?: () => void }) {
  return (
    <ul className={styles.pages}>
      {PAGES.map(({ to, name }) => (
        <li key={to}>
          <Link
            to={to}
            className={styles.page}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
            onClick={onNavigate}
          >
            {name}
            {to === '/alerts' && <FiringCount />}
          </Link>
        </li>
      ))}
    </ul>
  );
}
