import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { metricsQuestion, servicesQuestion } from '../../api/questions.js';
import { Asked } from '../../components/asked.js';
import { Card } from '../../components/card.js';
import { CsvLink } from '../../components/csv-link.js';
import { Message } from '../../components/message.js';
import { PageTitle } from '../../components/page-title.js';
import { useAddress, useScope } from '../../filters/use-filters.js';
import { counted } from '../../words/numbers.js';
import { serviceRows } from './service-rows.js';
import { ServicesTable } from './services-table.js';

/** Every service by the five metrics, and what the catalogue says of it. */
export function ServicesPage() {
  const scope = useScope();
  const address = useAddress();
  const catalogue = useQuery(servicesQuestion());
  const metrics = useQuery(metricsQuestion({ ...scope, groupBy: 'service', compare: 'previous' }));
  const rows = useMemo(
    () =>
      catalogue.data === undefined || metrics.data === undefined
        ? undefined
        : serviceRows(catalogue.data.items, metrics.data.rows, address),
    [catalogue.data, metrics.data, address],
  );
  return (
    <>
      <PageTitle title="Services" answer={metrics.data} />
      <Asked
        question={{ ...metrics, data: rows, error: catalogue.error ?? metrics.error }}
        height={600}
      >
        {(services) =>
          services.length === 0 ? (
            <Message title="No service is known here">
              <p>
                A service is known once it was deployed, or once the catalogue names it. Fewer
                filters may show one.
              </p>
            </Message>
          ) : (
            <Card
              title={counted(services.length, 'service')}
              says="Pale: fewer than ten cases. A mark beside a number is a change against the window before that chance does not explain. Every number opens."
              tools={
                <CsvLink
                  path="/v1/metrics"
                  query={{ ...scope, groupBy: 'service' }}
                  name="services"
                />
              }
            >
              <ServicesTable caption="Services by the five metrics" services={services} />
            </Card>
          )
        }
      </Asked>
    </>
  );
}
