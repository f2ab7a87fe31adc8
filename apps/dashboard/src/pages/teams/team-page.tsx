import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { metricsQuestion, servicesQuestion } from '../../api/questions.js';
import { Asked, Asking } from '../../components/asked.js';
import { Card } from '../../components/card.js';
import { FactLine } from '../../components/fact-line.js';
import { Message } from '../../components/message.js';
import { PageTitle } from '../../components/page-title.js';
import { Problem } from '../../components/problem.js';
import { useAddress } from '../../filters/use-filters.js';
import { isEmpty } from '../../metrics/row.js';
import { counted } from '../../words/numbers.js';
import { FiringOfGroup } from '../groups/firing-of-group.js';
import { GroupNumbers } from '../groups/group-numbers.js';
import styles from '../groups/group-numbers.module.css';
import { RecentDeployments } from '../groups/recent-deployments.js';
import { type Group, useGroup, useGroupNumbers } from '../groups/use-group.js';
import { NothingHere } from '../overview/nothing-here.js';
import { serviceRows } from '../services/service-rows.js';
import { ServicesTable } from '../services/services-table.js';

const page = getRouteApi('/teams/$team');

/** One team: its numbers, its services, and what it deployed. */
export function TeamPage() {
  const { team } = page.useParams();
  const group = useGroup('team', team);
  const { answer, error, row, trend, interval } = useGroupNumbers(group);
  const catalogue = useQuery(servicesQuestion());
  const failure = error ?? catalogue.error;
  const members = catalogue.data?.items.filter((service) => service.team === team);
  const owners = [...new Set(members?.flatMap(({ owner }) => owner ?? []))];
  const isUnknown = members?.length === 0 && answer !== undefined && row === undefined;
  return (
    <div className={styles.page}>
      <PageTitle title={team} answer={answer}>
        <FactLine
          facts={[
            { name: 'Team of', value: members ? counted(members.length, 'service') : null },
            { name: 'Owner', value: owners.length === 0 ? null : owners.join(', ') },
          ]}
        />
      </PageTitle>
      <FiringOfGroup group={group} />
      {isUnknown ? <UnknownTeam name={team} /> : null}
      {failure !== null && <Problem error={failure} />}
      {failure === null && (answer === undefined || members === undefined) && (
        <Asking height={700} />
      )}
      {!isUnknown && answer !== undefined && members !== undefined && (
        <>
          {(row === undefined || isEmpty(row)) && (
            <NothingHere services={members} environment={group.scope.environment} />
          )}
          {row !== undefined && (
            <GroupNumbers
              group={group}
              answer={answer}
              row={row}
              trend={trend}
              interval={interval}
            />
          )}
          <Members group={group} />
          {row !== undefined && <RecentDeployments group={group} />}
        </>
      )}
    </div>
  );
}

/** The services that it has today, and those that it had when they did something in the window. */
function Members({ group: { name, scope } }: { readonly group: Group }) {
  const address = useAddress();
  const catalogue = useQuery(servicesQuestion());
  const metrics = useQuery(metricsQuestion({ ...scope, groupBy: 'service', compare: 'previous' }));
  const data =
    catalogue.data &&
    metrics.data &&
    serviceRows(catalogue.data.items, metrics.data.rows, { ...address, team: name });
  return (
    <Card
      title="Services"
      says="Numbers are of the time when a service was this team’s; the team beside it is today’s."
    >
      <Asked question={{ ...metrics, data, error: catalogue.error ?? metrics.error }} height={240}>
        {(services) => <ServicesTable caption={`Services of ${name}`} services={services} />}
      </Asked>
    </Card>
  );
}

function UnknownTeam({ name }: { readonly name: string }) {
  return (
    <Message title="No team of that name">
      <p>
        No service belongs to <span className="said">{name}</span> today, and none that did was
        deployed in this window. A longer window may show it; <Link to="/teams">all teams</Link>.
      </p>
    </Message>
  );
}
