import { type Firing, firingFirst } from '../../alerts/firing.js';
import { AlertList } from '../../alerts/alert-list.js';
import { useFiringAlerts } from '../../alerts/use-firing-alerts.js';
import { Asked } from '../../components/asked.js';
import { Card } from '../../components/card.js';
import { useAddress } from '../../filters/use-filters.js';
import styles from './alerts-page.module.css';

/** The alerts that fire, whenever they began. */
export function FiringAlerts() {
  const { repository } = useAddress();
  const question = useFiringAlerts();
  const data = question.data && firingFirst(question.data.items);
  return (
    <Card
      title={data === undefined ? 'Firing' : `Firing: ${data.length}`}
      says="Alerts that rules raised and that are not over, whenever they began."
    >
      <Asked question={{ ...question, data }} height={80}>
        {(firing) => <Firings firing={firing} now={question.dataUpdatedAt} />}
      </Asked>
      {repository !== undefined && (
        <p className={styles.note}>
          An alert has no repository: these are of every repository, of the services, teams and
          environments that the page is about.
        </p>
      )}
    </Card>
  );
}

function Firings({ firing, now }: { readonly firing: readonly Firing[]; readonly now: number }) {
  return firing.length === 0 ? (
    <p className={styles.absent}>No alert fires.</p>
  ) : (
    <AlertList alerts={firing} now={now} />
  );
}
