import { Link } from '@tanstack/react-router';
import styles from './alert-tabs.module.css';

const TABS = [
  { to: '/alerts', name: 'Now' },
  { to: '/alerts/history', name: 'History' },
] as const;

/** What is wrong now, and what was. */
export function AlertTabs() {
  return (
    <nav aria-label="Alerts" className={`${styles.tabs} unprinted`}>
      {TABS.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          className={styles.tab}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
