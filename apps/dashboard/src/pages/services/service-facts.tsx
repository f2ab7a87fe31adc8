import type { ServiceItem } from '@throughline/api-client';
import { FactLine } from '../../components/fact-line.js';
import { TeamLink } from '../../components/group-links.js';
import { OutsideLink } from '../../components/outside-link.js';
import { useTimezone } from '../../filters/use-filters.js';
import { dayInWords } from '../../words/dates.js';
import { counted } from '../../words/numbers.js';

/** What the catalogue says of a service, and where it is deployed. */
export function ServiceFacts({ service }: { readonly service: ServiceItem }) {
  const timezone = useTimezone();
  const { team, owner, tier, repository, paths, environments } = service;
  const outside = (address: string | null) =>
    address === null ? null : <OutsideLink address={address} />;
  const places = environments.map(
    ({ environment, deployments, lastDeployedAt }) =>
      `${environment} (${counted(deployments, 'deployment')}${lastDeployedAt === null ? '' : `, last ${dayInWords(lastDeployedAt, timezone)}`})`,
  );
  return (
    <FactLine
      facts={[
        { name: 'Team', value: team === null ? 'none' : <TeamLink name={team} /> },
        { name: 'Owner', value: owner },
        { name: 'Tier', value: tier },
        { name: 'Repository', value: repository },
        { name: 'Paths', value: paths.length === 0 ? null : paths.join(', ') },
        { name: 'Deployed to', value: places.length === 0 ? 'nowhere yet' : places.join(', ') },
        { name: 'Runbook', value: outside(service.runbookUrl) },
        { name: 'Objectives', value: outside(service.sloUrl) },
        { name: 'Dashboard', value: outside(service.dashboardUrl) },
      ]}
    />
  );
}
