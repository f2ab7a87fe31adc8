import { PROVIDER as github } from './github/github.fixture.js';
import type { Provider } from './provider.fixture.js';

/** Every provider whose webhooks we read. */
export const PROVIDERS: readonly Provider[] = [github];
