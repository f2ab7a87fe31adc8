import { createApiClient } from '@throughline/api-client';
import { storedToken } from './token.js';

/** The API that served this page. */
export const api = createApiClient({ url: window.location.origin, token: storedToken });
