import { PageTitle } from '../../components/page-title.js';
import { AlertTabs } from './alert-tabs.js';
import styles from './alerts-page.module.css';
import { FiringAlerts } from './firing-alerts.js';
import { WrongNow } from './wrong-now.js';

/** What is wrong now: the alerts that fire, and what is wrong without any rule having said so. */
export function AlertsPage() {
  return (
    <>
      <PageTitle title="Alerts" />
      <AlertTabs />
      <div className={styles.page}>
        <FiringAlerts />
        <WrongNow />
      </div>
    </>
  );
}
