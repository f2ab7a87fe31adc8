import { getRouteApi } from '@tanstack/react-router';
import { Choice } from '../../components/choice.js';
import { type DeploymentListAddress, KINDS } from './deployment-list-address.js';
import styles from './deployment-filters.module.css';

const ANY = 'any';
const page = getRouteApi('/deployments');

/** What the list is narrowed to, in the page's address. */
export function DeploymentFilters() {
  const { failed, recovered, kind } = page.useSearch();
  const navigate = page.useNavigate();
  const change = (changed: DeploymentListAddress) => {
    void navigate({ search: (before) => ({ ...before, ...changed }), resetScroll: false });
  };
  const became = failed === 'true' && recovered === 'false' ? 'open' : (failed ?? ANY);
  return (
    <div className={`${styles.filters} unprinted`} role="group" aria-label="Which deployments">
      <Choice
        label="Outcome"
        value={became}
        options={[
          { id: ANY, name: 'any' },
          { id: 'true', name: 'failed' },
          { id: 'open', name: 'failed, not recovered' },
          { id: 'false', name: 'fine' },
        ]}
        onChange={(chosen) => {
          change({
            failed: chosen === ANY ? undefined : chosen === 'false' ? 'false' : 'true',
            recovered: chosen === 'open' ? 'false' : undefined,
          });
        }}
      />
      <Choice
        label="Kind"
        value={kind ?? ANY}
        options={[{ id: ANY, name: 'any' }, ...KINDS.map((id) => ({ id, name: id }))]}
        onChange={(chosen) => {
          change({ kind: chosen === ANY ? undefined : chosen });
        }}
      />
    </div>
  );
}
