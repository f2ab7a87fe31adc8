/** What a token may do: send events, ask for answers, or change what is kept (which includes both). */
export const SCOPES = ['ingest', 'read', 'admin'] as const;

export type Scope = (typeof SCOPES)[number];
