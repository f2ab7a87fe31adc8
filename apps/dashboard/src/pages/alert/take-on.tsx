import type { AlertDetail } from '@throughline/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { takeAlertOn } from '../../api/alert-actions.js';
import { acknowledgeCommand } from './alert-commands.js';
import { NotDone } from './not-done.js';
import { storedName, storeName } from './own-name.js';
import styles from './take-on.module.css';

/** Says by name that somebody sees to an alert. */
export function TakeOn({ alert: { id, kind } }: { readonly alert: AlertDetail }) {
  const [by, setBy] = useState(storedName);
  const [note, setNote] = useState('');
  const [newNormal, setNewNormal] = useState(false);
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
      {kind === 'change-failure-spike' && (
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
            <span className={styles.says}>
              Ends the alert. What is usual is learnt anew from here on, so that the rate of the
              last days raises no alert again, and only more than that does.
            </span>
          </span>
        </label>
      )}
      <button type="submit" className={styles.submit} disabled={isPending}>
        {isPending ? 'Telling the alerter …' : 'Take it on'}
      </button>
      {error !== null && (
        <NotDone
          error={error}
          command={{
            name: 'Take the alert on',
            text: acknowledgeCommand(window.location.origin, id, variables),
          }}
        />
      )}
    </form>
  );
}
