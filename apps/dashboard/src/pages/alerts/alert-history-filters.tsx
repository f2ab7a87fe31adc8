import { ALERT_KINDS } from '@throughline/dora';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { kindInWords } from '../../alerts/alert-words.js';
import { Choice } from '../../components/choice.js';
import type { AlertHistoryAddress } from './alert-history-address.js';
import styles from './alert-history-filters.module.css';

const page = getRouteApi('/alerts/history');
const ANY = 'any';

/** Which episodes the history is of. */
export function AlertHistoryFilters() {
  const { kind, severity, rule } = page.useSearch();
  const navigate = page.useNavigate();
  const change = (changed: AlertHistoryAddress) => {
    void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false });
  };
  return (
    <div className={`${styles.filters} unprinted`} role="group" aria-label="Which episodes">
      <Choice
        label="Severity"
        value={severity ?? ANY}
        options={[
          { id: ANY, name: 'any' },
          { id: 'page', name: 'page', says: 'Somebody was to be woken.' },
          { id: 'notify', name: 'notify', says: 'To be read when there is time.' },
        ]}
        onChange={(chosen) => {
          change({ severity: chosen === ANY ? undefined : chosen });
        }}
      />
      <Choice
        label="Because of"
        value={kind ?? ANY}
        options={[
          { id: ANY, name: 'anything' },
          ...ALERT_KINDS.map((id) => ({ id, name: kindInWords(id) })),
        ]}
        onChange={(chosen) => {
          change({ kind: chosen === ANY ? undefined : chosen });
        }}
      />
      {rule !== undefined && (
        <Button
          className={styles.rule}
          onPress={() => {
            change({ rule: undefined });
          }}
        >
          <span className="said">Rule {rule}</span> <span aria-hidden="true">×</span>
          <span className="unseen">: show every rule</span>
        </Button>
      )}
    </div>
  );
}
