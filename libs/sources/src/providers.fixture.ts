import { PROVIDER as github } from './github/github.fixture.js';
import { PROVIDER as gitlab } from './gitlab/gitlab.fixture.js';
import { PROVIDER as circleci } from './circleci/circleci.fixture.js';
import { PROVIDER as cdevents } from './cdevents/cdevents.fixture.js';
import { PROVIDER as pagerduty } from './pagerduty/pagerduty.fixture.js';
import { PROVIDER as azureDevops } from './azure-devops/azure-devops.fixture.js';
import { PROVIDER as alertmanager } from './alertmanager/alertmanager.fixture.js';
import { PROVIDER as grafana } from './grafana/grafana.fixture.js';
import { PROVIDER as grafanaOncall } from './grafana-oncall/grafana-oncall.fixture.js';
import { PROVIDER as incidentIo } from './incident-io/incident-io.fixture.js';
import { PROVIDER as bitbucket } from './bitbucket/bitbucket.fixture.js';
import { PROVIDER as opsgenie } from './opsgenie/opsgenie.fixture.js';
import { PROVIDER as statuspage } from './statuspage/statuspage.fixture.js';
import { PROVIDER as argoCd } from './argo-cd/argo-cd.fixture.js';
import { PROVIDER as jira } from './jira/jira.fixture.js';
import { PROVIDER as jenkins } from './jenkins/jenkins.fixture.js';
import { PROVIDER as harness } from './harness/harness.fixture.js';
import { PROVIDER as octopus } from './octopus/octopus.fixture.js';
import { PROVIDER as flux } from './flux/flux.fixture.js';
import { PROVIDER as tekton } from './tekton/tekton.fixture.js';
import { PROVIDER as spinnaker } from './spinnaker/spinnaker.fixture.js';
import { PROVIDER as servicenow } from './servicenow/servicenow.fixture.js';
import { PROVIDER as rootly } from './rootly/rootly.fixture.js';
import { PROVIDER as argoRollouts } from './argo-rollouts/argo-rollouts.fixture.js';
import { PROVIDER as gitea } from './gitea/gitea.fixture.js';
import type { Provider } from './provider.fixture.js';

/** Every provider whose webhooks we read. */
export const PROVIDERS: readonly Provider[] = [
  github,
  gitlab,
  circleci,
  cdevents,
  pagerduty,
  azureDevops,
  alertmanager,
  grafana,
  grafanaOncall,
  incidentIo,
  bitbucket,
  opsgenie,
  statuspage,
  argoCd,
  jira,
  jenkins,
  harness,
  octopus,
  flux,
  tekton,
  spinnaker,
  servicenow,
  rootly,
  argoRollouts,
  gitea,
];
