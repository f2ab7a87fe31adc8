import type { Source } from '../source.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { payload as notified, readBuild } from './build.js';

/** Jenkins, by its Notification plugin: https://plugins.jenkins.io/notification/ */
export const jenkins: Source = {
  name: 'jenkins',
  title: 'Jenkins',
  needs: { signature: SHARED_SECRET_IN_WORDS, deliveries: ['STARTED', 'COMPLETED'] },

  verify: verifySharedSecret,

  // The plugin tries again when it gets no answer, and numbers nothing.
  dedupeKey(payload) {
    const { data } = notified.safeParse(payload);
    if (!data?.build.timestamp) return undefined;
    const { url, phase, timestamp } = data.build;
    return [data.build.full_url ?? url, phase, timestamp].join(' ');
  },

  normalise: (payload, _headers, mapping) => readBuild(payload, mapping),
};
