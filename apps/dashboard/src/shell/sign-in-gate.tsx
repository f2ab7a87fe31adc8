import { ApiProblem } from '@throughline/api-client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { servicesQuestion } from '../api/questions.js';
import { storeToken } from '../api/token.js';
import { Brand } from './brand.js';
import styles from './sign-in-gate.module.css';

/** Asks for a token where the API wants one, before it shows anything else. */
export function SignInGate({ children }: { readonly children: ReactNode }) {
  const { error } = useQuery(servicesQuestion());
  const refusal = error instanceof ApiProblem ? error.problem : undefined;
  const refused = refusal?.status === 401 || refusal?.status === 403;
  return refused ? <SignIn why={refusal.detail ?? refusal.title} /> : children;
}

function SignIn({ why }: { readonly why: string }) {
  const client = useQueryClient();
  const [token, setToken] = useState('');
  return (
    <main className={styles.page}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          storeToken(token.trim());
          void client.resetQueries();
        }}
      >
        <Brand />
        <h1>A token, please</h1>
        <p>{why}</p>
        <p>
          Whoever runs Throughline makes one with the scope <code>read</code>:{' '}
          <code>throughline token create --name NAME --scope read</code>
        </p>
        <label className={styles.label}>
          Token
          <input
            className={styles.input}
            type="password"
            autoComplete="current-password"
            required
            value={token}
            onChange={({ target }) => {
              setToken(target.value);
            }}
          />
        </label>
        <button type="submit" className={styles.submit}>
          Open the dashboard
        </button>
        <p className={styles.note}>It is kept in this tab until you close it.</p>
      </form>
    </main>
  );
}
