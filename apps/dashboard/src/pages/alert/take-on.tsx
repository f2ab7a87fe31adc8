import type { AlertDetail } from '@throughline/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { takeAlertOn } from '../../api/alert-actions.js';
import { acknowledgeCommand } from './alert-commands.js';
import { canBeNormal } from './new-normal.js';
import { NotDone } from './not-done.js';
import { storedName, storeName } from './own-name.js';
import styles from './take-on.module.css';

const WHAT_NORMAL_DOES =
  'It ends the alert. What is usual is learnt anew from the failures that it is about, so that the next alert comes later. Leave it if they are to be mended.';

interface TakeOnProps {
  readonly alert: AlertDetail;
  /** Somebody has it already: what is left to say is that it is normal. */
  readonly asNormal?: boolean;
}

/** Says by name that somebody sees to an alert. */
export function TakeOn({ alert, asNormal = false }: TakeOnProps) {
  const { id } = alert;
  const [by, setBy] = useState(storedName);
  const [note, setNote] = useState('');
  const [newNormal, setNewNormal] = useState(asNormal);
  const { mutate, isPending, error, variables } = useMutation(takeAlertOn(useQueryClient(), id));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    storeName(by.trim());
    mutate({ by: by.trim(), note: note.trim(), newNormal });
  };
  return (
    <form className={`${styles.form} unprinted`} onSubmit={submit}>
      <label className={styles.label}>
        Your name
        <input
          className={styles.input}
          required
          maxLength={200}
          pattern=".*\S.*"
          autoComplete="name"
          value={by}
          onChange={({ target }) => {
            setBy(target.value);
          }}
        />
      </label>
      <label className={styles.label}>
        What is being done (may be left empty)
        <textarea
          className={styles.input}
          rows={3}
          maxLength={4096}
          value={note}
          onChange={({ target }) => {
            setNote(target.value);
          }}
        />
      </label>
      {asNormal && <p className={styles.says}>{WHAT_NORMAL_DOES}</p>}
      {!asNormal && canBeNormal(alert) && (
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={newNormal}
            onChange={({ target }) => {
              setNewNormal(target.checked);
            }}
          />
          <span>
            This is the new normal
            <span className={styles.says}>{WHAT_NORMAL_DOES}</span>
          </span>
        </label>
      )}
      <button type="submit" className={styles.submit} disabled={isPending}>
        {isPending ? 'Telling the alerter …' : asNormal ? 'This is normal now' : 'Take it on'}
      </button>
      {error !== null && (
        <NotDone
          error={error}
          name="Take the alert on"
          command={(origin) => acknowledgeCommand(origin, id, variables)}
        />
      )}
    </form>
  );
}
