import type { Provider } from '../provider.fixture.js';
import { azureDevops } from './azure-devops.js';
import * as payloads from './payloads.fixture.js';

const { workItemUpdated, ...sent } = payloads;
const changes = [
  workItemUpdated({ 'System.State': { oldValue: 'New', newValue: 'Closed' } }),
  workItemUpdated({ 'System.Tags': { oldValue: 'Incident; payments', newValue: 'payments' } }),
];

export const PROVIDER: Provider = {
  source: azureDevops,
  proof: 'secret',
  // What a subscription sends that is given a user name and a password.
  prove: (_body, secret) => ({
    authorization: `Basic ${Buffer.from(`throughline:${secret}`).toString('base64')}`,
  }),
  examples: [...Object.values(sent), ...changes].map((payload) => ({ payload, headers: {} })),
};
