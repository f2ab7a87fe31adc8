import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { servicesQuestion } from '../../api/questions.js';
import { Message } from '../../components/message.js';
import { PageTitle } from '../../components/page-title.js';
import { Asking } from '../../components/asked.js';
import { Problem } from '../../components/problem.js';
import { isEmpty } from '../../metrics/row.js';
import { FiringOfGroup } from '../groups/firing-of-group.js';
import { GroupNumbers } from '../groups/group-numbers.js';
import styles from '../groups/group-numbers.module.css';
import { RecentDeployments } from '../groups/recent-deployments.js';
import { useGroup, useGroupNumbers } from '../groups/use-group.js';
import { NothingHere } from '../overview/nothing-here.js';
import { ServiceFacts } from './service-facts.js';

const page = getRouteApi('/services/$service');

/** One service: what the catalogue says of it, its numbers, and what became of its deployments. */
export function ServicePage() {
  const { service: name } = page.useParams();
  const group = useGroup('service', name);
  const { answer, error, row, trend, interval } = useGroupNumbers(group);
  const catalogue = useQuery(servicesQuestion());
  const failure = error ?? catalogue.error;
  const service = catalogue.data?.items.find((item) => item.name === name);
  const isUnknown =
    catalogue.data !== undefined &&
    service === undefined &&
    answer !== undefined &&
    row === undefined;
  return (
    <div className={styles.page}>
      <PageTitle title={name} answer={answer}>
        {service !== undefined && <ServiceFacts service={service} />}
      </PageTitle>
      <FiringOfGroup group={group} />
      {isUnknown ? <UnknownService name={name} /> : null}
      {failure !== null && <Problem error={failure} />}
      {failure === null && answer === undefined && <Asking height={700} />}
      {!isUnknown && answer !== undefined && (row === undefined || isEmpty(row)) && (
        <NothingHere
          services={service === undefined ? [] : [service]}
          environment={group.scope.environment}
        />
      )}
      {answer !== undefined && row !== undefined && (
        <>
          <GroupNumbers group={group} answer={answer} row={row} trend={trend} interval={interval} />
          <RecentDeployments group={group} />
        </>
      )}
    </div>
  );
}

function UnknownService({ name }: { readonly name: string }) {
  return (
    <Message title="No service of that name">
      <p>
        Nothing called <span className="said">{name}</span> was ever deployed, and the catalogue
        does not name it. It may be spelled otherwise among <Link to="/services">all services</Link>
        .
      </p>
    </Message>
  );
}
