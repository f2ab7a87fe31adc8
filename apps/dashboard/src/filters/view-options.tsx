import { useQuery } from '@tanstack/react-query';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { definitionsQuestion } from '../api/questions.js';
import { Choice } from '../components/choice.js';
import styles from './view-options.module.css';
import { useAddress, useChangeAddress } from './use-filters.js';

const AUTOMATIC = 'automatic';

/** How the numbers are made and said: definition, time zone, length of a period. */
export function ViewOptions() {
  const { data } = useQuery(definitionsQuestion());
  const { definition, timezone, interval } = useAddress();
  const change = useChangeAddress();
  const definitions = data?.items ?? [];
  const standard = definitions[0]?.id ?? 'dora';
  return (
    <DialogTrigger>
      <Button className={styles.open}>
        {definition ?? standard} · {timezone ?? 'UTC'}
      </Button>
      <Popover className={styles.popover}>
        <Dialog aria-label="How the numbers are made" className={styles.dialog}>
          <Choice
            label="Definition"
            value={definition ?? standard}
            options={definitions.map(({ id, title }) => ({ id, name: id, says: title }))}
            onChange={(id) => {
              change({ definition: id === standard ? undefined : id });
            }}
          />
          <Choice
            label="Time zone"
            value={timezone ?? 'UTC'}
            options={timezones()}
            onChange={(zone) => {
              change({ timezone: zone === 'UTC' ? undefined : zone });
            }}
          />
          <Choice
            label="Trends by"
            value={interval ?? AUTOMATIC}
            options={[
              { id: AUTOMATIC, name: 'what fits the window' },
              { id: 'day', name: 'day' },
              { id: 'week', name: 'ISO week' },
              { id: 'month', name: 'month' },
              { id: 'quarter', name: 'quarter' },
            ]}
            onChange={(chosen) => {
              change({ interval: chosen === AUTOMATIC ? undefined : chosen });
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function timezones() {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const others = Intl.supportedValuesOf('timeZone').filter(
    (zone) => zone !== own && zone !== 'UTC',
  );
  return ['UTC', ...(own === 'UTC' ? [] : [own]), ...others].map((id) => ({
    id,
    name: id === own && own !== 'UTC' ? `${id} (yours)` : id,
  }));
}
