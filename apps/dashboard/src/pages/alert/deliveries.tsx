import type { AlertDetail } from '@throughline/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { sendAgain } from '../../api/alert-actions.js';
import { Card } from '../../components/card.js';
import { LongText } from '../../components/long-text.js';
import { useTimezone } from '../../filters/use-filters.js';
import { sendAgainCommand } from './alert-commands.js';
import styles from './deliveries.module.css';
import { actionInWords, canBeSentAgain, deliveryInWords } from './delivery-words.js';
import { NotDone } from './not-done.js';

type Delivery = AlertDetail['deliveries'][number];

/** Who was told of what, and whether it arrived. */
export function Deliveries({ alert: { id, deliveries } }: { readonly alert: AlertDetail }) {
  return (
    <Card title="Who was told" says="Newest first.">
      {deliveries.length === 0 ? (
        <p className={styles.none}>Nobody, as far as is known here.</p>
      ) : (
        <ol className={styles.deliveries}>
          {deliveries.toReversed().map((delivery) => (
            <li key={delivery.id}>
              <Delivered alertId={id} delivery={delivery} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

interface DeliveredProps {
  readonly alertId: string;
  readonly delivery: Delivery;
}

function Delivered({ alertId, delivery }: DeliveredProps) {
  const timezone = useTimezone();
  const { mutate, isPending, isSuccess, error } = useMutation(sendAgain(useQueryClient(), alertId));
  const { id, receiver, action, lastError, state } = delivery;
  return (
    <>
      <p className={styles.line}>
        <strong className="said">{receiver}</strong>
        <span>{actionInWords(action)}</span>
        <span className={styles.state} data-state={state}>
          {deliveryInWords(delivery, timezone)}
        </span>
      </p>
      {lastError !== null && state !== 'delivered' && (
        <p className={styles.error}>
          <LongText text={lastError} />
        </p>
      )}
      {canBeSentAgain(state) && (
        <Button
          className={`${styles.again} unprinted`}
          isDisabled={isPending || isSuccess}
          aria-label={`Send again to ${receiver}: ${actionInWords(action)}`}
          onPress={() => {
            mutate(id);
          }}
        >
          {isSuccess ? 'It is sent again' : 'Send again'}
        </Button>
      )}
      {error !== null && (
        <NotDone
          error={error}
          name="Send it again"
          command={(origin) => sendAgainCommand(origin, alertId, id)}
        />
      )}
    </>
  );
}
