/**
 * What a token may do: send events, ask for answers, respond to alerts, or change what is kept (which
 * includes all of these).
 */
export const SCOPES = ['ingest', 'read', 'respond', 'admin'] as const;

export type Scope = (typeof SCOPES)[number];
