import { hmacHex, type Provider } from '../provider.fixture.js';
import { bitbucket } from './bitbucket.js';
import * as cloud from './cloud-payloads.fixture.js';
import * as dataCenter from './data-center-payloads.fixture.js';

const sent = (event: string, payload: unknown) => ({
  payload,
  headers: { 'x-event-key': event, 'x-request-uuid': `${event}-request` },
});

export const PROVIDER: Provider = {
  source: bitbucket,
  proof: 'body',
  prove: (body, secret) => ({ 'x-hub-signature': `sha256=${hmacHex(body, secret)}` }),
  examples: [
    sent('repo:push', cloud.PUSH),
    sent('pullrequest:created', cloud.PULL_REQUEST_CREATED),
    sent('pullrequest:fulfilled', cloud.PULL_REQUEST_FULFILLED),
    sent('pullrequest:rejected', cloud.PULL_REQUEST_REJECTED),
    sent('pullrequest:comment_created', cloud.PULL_REQUEST_COMMENT),
    sent('pullrequest:approved', cloud.PULL_REQUEST_APPROVED),
    sent('pullrequest:changes_request_created', cloud.CHANGES_REQUESTED),
    sent('repo:commit_status_updated', cloud.COMMIT_STATUS),
    sent('repo:refs_changed', dataCenter.REFS_CHANGED),
    sent('pr:opened', dataCenter.PR_OPENED),
    sent('pr:merged', dataCenter.PR_MERGED),
    sent('pr:declined', dataCenter.PR_DECLINED),
    sent('pr:deleted', dataCenter.PR_DELETED),
    sent('pr:reviewer:approved', dataCenter.PR_APPROVED),
    sent('pr:reviewer:needs_work', dataCenter.PR_NEEDS_WORK),
    sent('pr:comment:added', dataCenter.PR_COMMENT),
    sent('diagnostics:ping', { test: true }),
  ],
};
