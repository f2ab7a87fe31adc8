import { firingFirst } from '../alerts/firing.js';
import { useFiringAlerts } from '../alerts/use-firing-alerts.js';
import styles from './firing-count.module.css';

/** How many alerts fire of what the page is about, beside the way to them; nothing where none does. */
export function FiringCount() {
  const { data } = useFiringAlerts();
  const firing = firingFirst(data?.items ?? []);
  if (firing.length === 0) return null;
  const pages = firing.some(({ alert }) => alert.severity === 'page');
  return (
    <span className={styles.count} data-pages={pages}>
      {firing.length}
      <span className="unseen"> firing</span>
    </span>
  );
}
