/** What the list of deployments can be narrowed to, beside the filters of every page. */
export interface DeploymentListAddress {
  readonly failed?: 'true' | 'false' | undefined;
  readonly recovered?: 'true' | 'false' | undefined;
  readonly kind?: (typeof KINDS)[number] | undefined;
}

export const KINDS = ['deploy', 'rollback', 'hotfix'] as const;
const TRUTHS = ['true', 'false'] as const;

export function readDeploymentList(
  search: Readonly<Record<string, unknown>>,
): DeploymentListAddress {
  const failed = TRUTHS.find((value) => value === search.failed);
  const recovered = TRUTHS.find((value) => value === search.recovered);
  const kind = KINDS.find((value) => value === search.kind);
  return { ...(failed && { failed }), ...(recovered && { recovered }), ...(kind && { kind }) };
}
