import { useQuery } from '@tanstack/react-query';
import { arrivalsQuestion } from '../../api/questions.js';
import { Asked } from '../../components/asked.js';
import { Message } from '../../components/message.js';
import { PageTitle } from '../../components/page-title.js';
import { Arrivals } from './arrivals.js';
import { Connect } from './connect.js';
import styles from './sources-page.module.css';

/** What comes in, and how to send more. */
export function SourcesPage() {
  const question = useQuery(arrivalsQuestion());
  return (
    <>
      <PageTitle title="Sources" />
      <div className={styles.page}>
        <Asked question={question} height={200}>
          {({ items }) =>
            items.length === 0 ? (
              <Message title="Nothing has come in yet">
                <p>
                  Everything here is made of events. Send the first by one of these ways; the pages
                  fill as they arrive.
                </p>
              </Message>
            ) : (
              <Arrivals items={items} />
            )
          }
        </Asked>
        <h2>Connect</h2>
        <Connect />
      </div>
    </>
  );
}
