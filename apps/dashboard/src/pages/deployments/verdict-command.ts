import type { DeploymentAddress } from '../../api/questions.js';
import { quoted } from '../../words/shell.js';

/**
 * The command that gives a verdict on a deployment: the page itself changes nothing.
 *
 * @param origin where the API answers, `https://throughline.example`
 */
export function verdictCommand(
  origin: string,
  { service, environment, id }: DeploymentAddress,
  failed: boolean,
): string {
  const path = [service, environment, id].map(encodeURIComponent).join('/');
  return [
    `curl -X PUT ${quoted(`${origin}/v1/deployments/${path}/verdict`)} \\`,
    `  -H 'content-type: application/json' \\`,
    `  -d '{ "failed": ${failed}, "reason": "…", "by": "…" }'`,
  ].join('\n');
}
