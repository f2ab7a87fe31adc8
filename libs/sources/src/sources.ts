import { github } from './github/github.js';
import { gitlab } from './gitlab/gitlab.js';
import { circleci } from './circleci/circleci.js';
import { cdevents } from './cdevents/cdevents.js';
import { pagerduty } from './pagerduty/pagerduty.js';
import { azureDevops } from './azure-devops/azure-devops.js';
import { alertmanager } from './alertmanager/alertmanager.js';
import { grafana } from './grafana/grafana.js';
import { grafanaOncall } from './grafana-oncall/grafana-oncall.js';
import { incidentIo } from './incident-io/incident-io.js';
import { bitbucket } from './bitbucket/bitbucket.js';
import { opsgenie } from './opsgenie/opsgenie.js';
import { statuspage } from './statuspage/statuspage.js';
import { argoCd } from './argo-cd/argo-cd.js';
import { jira } from './jira/jira.js';
import { jenkins } from './jenkins/jenkins.js';
import { harness } from './harness/harness.js';
import { octopus } from './octopus/octopus.js';
import { flux } from './flux/flux.js';
import { tekton } from './tekton/tekton.js';
import { spinnaker } from './spinnaker/spinnaker.js';
import { servicenow } from './servicenow/servicenow.js';
import { rootly } from './rootly/rootly.js';
import { argoRollouts } from './argo-rollouts/argo-rollouts.js';
import { gitea } from './gitea/gitea.js';
import type { Source } from './source.js';

/** Every source whose webhooks we read, by name. */
export const SOURCES: ReadonlyMap<string, Source> = new Map(
  [
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
  ].map((source) => [source.name, source]),
);
