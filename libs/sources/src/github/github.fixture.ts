import { hmacHex, type Provider } from '../provider.fixture.js';
import { EXAMPLES } from './examples.fixture.js';
import { github } from './github.js';

export const PROVIDER: Provider = {
  source: github,
  proof: 'body',
  prove: (body, secret) => ({ 'x-hub-signature-256': `sha256=${hmacHex(body, secret)}` }),
  examples: EXAMPLES,
};
