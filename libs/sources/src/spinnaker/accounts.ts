import { z } from 'zod';

/** Older stages say `credentials`. */
const account = { account: z.string().nullish(), credentials: z.string().nullish() };

const target = z.object(account);

/** The part of a stage's context that says where it deploys to. */
export const stageContext = z.object({
  ...account,
  /** One more of the clusters; in stages that do not deploy to several it is a name. */
  cluster: target.nullish().catch(undefined),
  /** Of a stage of the type `deploy`. */
  clusters: z.array(target).nullish().catch(undefined),
});

/** The accounts that a stage deploys to: its own where a cluster names none (orca: ParallelDeployStage). */
export function accountsOf(
  context: z.output<typeof stageContext> | null | undefined,
): readonly (string | undefined)[] {
  const { cluster, clusters, ...own } = context ?? {};
  const targets = [...(cluster ? [cluster] : []), ...(clusters ?? [])];
  const accounts = (targets.length > 0 ? targets : [own]).map(
    (told) => accountOf(told) ?? accountOf(own),
  );
  return [...new Set(accounts)];
}

function accountOf({ account, credentials }: Partial<z.output<typeof target>>): string | undefined {
  return account ?? credentials ?? undefined;
}
