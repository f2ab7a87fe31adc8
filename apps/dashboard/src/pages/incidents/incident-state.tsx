import styles from './incident-state.module.css';

/** Whether it goes on: by a shape, a word, and a colour. */
export function IncidentState({ open }: { readonly open: boolean }) {
  return (
    <span className={styles.state} data-open={open}>
      <span aria-hidden="true">{open ? '●' : '✓'}</span> {open ? 'Open' : 'Resolved'}
    </span>
  );
}
