// Generated from docs/openapi.json: `npm run docs:generate`.

export interface paths {
  '/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send events
     * @description Up to 10000 events or 16 MiB, plain or gzipped; a request is accepted whole or not at all.
     */
    post: operations['sendEvents'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/deployments/{service}/{environment}/{id}/verdict': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say whether a deployment failed its users
     * @description A person’s word outranks every rule. It is kept as an event of type `verdict`, beside those before it; of several the latest `at` counts.
     */
    put: operations['giveVerdict'];
    post?: never;
    /**
     * Take a verdict back: the rules decide again
     * @description Who and why may stand in the body or in the address. The verdict stays in the trail.
     */
    delete: operations['takeVerdictBack'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/quarantine/{id}/send-again': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send in place of an entry what it was meant to be
     * @description The body is as for `POST /v1/events`, or what `source` sent, and kept whole or not at all; with it the entry is settled.
     */
    post: operations['sendQuarantinedAgain'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/quarantine/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One thing that could not be used, with its payload and what was done about it */
    get: operations['getQuarantined'];
    put?: never;
    post?: never;
    /**
     * Settle an entry without sending anything in its place
     * @description Why and who may stand in the body or in the address. The entry stays listed as settled.
     */
    delete: operations['discardQuarantined'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{source}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive the webhook of a source
     * @description Signed as the source signs, or with the secret itself where it signs nothing; the body and its headers are the source’s own.
     */
    post: operations['receiveWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{source}/{secret}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive the webhook of a source that can only be given an address
     * @description Signed as the source signs, or with the secret itself where it signs nothing; the body and its headers are the source’s own.
     */
    post: operations['receiveWebhookWithSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the sources whose webhooks are read, and what each needs */
    get: operations['listSources'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{source}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send what a source would have delivered
     * @description For what a tool’s API tells of the time before its webhooks came: read as those are, by the same rules, and vouched for by a token in place of a signature.
     */
    post: operations['importDeliveries'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/traces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send spans of pipelines (experimental)
     * @description OTLP/HTTP in JSON: spans with the attributes `cicd.*`, `vcs.*` and `deployment.*` that deploy become deployments; the others do no harm.
     */
    post: operations['sendTraces'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/dora/deployment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a deployment
     * @description As Datadog’s DORA Metrics API; the token goes where its key went, `DD-API-KEY`.
     */
    post: operations['sendDatadogDeployment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/dora/failure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send an incident
     * @description As Datadog’s DORA Metrics API; the token goes where its key went, `DD-API-KEY`.
     */
    post: operations['sendDatadogFailure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/dora/incident': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send an incident, as it was before
     * @description As Datadog’s DORA Metrics API; the token goes where its key went, `DD-API-KEY`.
     */
    post: operations['sendDatadogIncident'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v2/dora/deployments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Say whether a deployment failed, by the id that sending it answered
     * @description As Datadog’s DORA Metrics API; the token goes where its key went, `DD-API-KEY`.
     */
    patch: operations['patchDatadogDeployment'];
    trace?: never;
  };
  '/plugins/webhook/connections/{number}/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a deployment
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeDeployment1'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/connections/{number}/issues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register an issue; of the type INCIDENT it is an incident
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeIssue1'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/connections/{number}/issue/{issueKey}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close an issue: kept for its beginning to be added
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeClose1'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/connections/{number}/pull_requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a pull request
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakePullRequest1'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/{number}/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a deployment
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeDeployment2'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/{number}/issues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register an issue; of the type INCIDENT it is an incident
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeIssue2'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/{number}/issue/{issueKey}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close an issue: kept for its beginning to be added
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeClose2'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/{number}/pull_requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a pull request
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakePullRequest2'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/connections/by-name/{name}/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a deployment
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeDeployment3'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/connections/by-name/{name}/issues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register an issue; of the type INCIDENT it is an incident
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeIssue3'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/connections/by-name/{name}/issue/{issueKey}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close an issue: kept for its beginning to be added
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeClose3'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/connections/by-name/{name}/pull_requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a pull request
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakePullRequest3'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/projects/{name}/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a deployment
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeDeployment4'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/projects/{name}/issues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register an issue; of the type INCIDENT it is an incident
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeIssue4'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/projects/{name}/issue/{issueKey}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close an issue: kept for its beginning to be added
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeClose4'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plugins/webhook/projects/{name}/pull_requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a pull request
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakePullRequest4'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/connections/{number}/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a deployment
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeDeployment5'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/connections/{number}/issues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register an issue; of the type INCIDENT it is an incident
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeIssue5'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/connections/{number}/issue/{issueKey}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close an issue: kept for its beginning to be added
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeClose5'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/connections/{number}/pull_requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a pull request
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakePullRequest5'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/{number}/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a deployment
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeDeployment6'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/{number}/issues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register an issue; of the type INCIDENT it is an incident
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeIssue6'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/{number}/issue/{issueKey}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close an issue: kept for its beginning to be added
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeClose6'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/{number}/pull_requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a pull request
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakePullRequest6'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/connections/by-name/{name}/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a deployment
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeDeployment7'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/connections/by-name/{name}/issues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register an issue; of the type INCIDENT it is an incident
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeIssue7'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/connections/by-name/{name}/issue/{issueKey}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close an issue: kept for its beginning to be added
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeClose7'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/connections/by-name/{name}/pull_requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a pull request
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakePullRequest7'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/projects/{name}/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a deployment
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeDeployment8'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/projects/{name}/issues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register an issue; of the type INCIDENT it is an incident
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeIssue8'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/projects/{name}/issue/{issueKey}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close an issue: kept for its beginning to be added
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakeClose8'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rest/plugins/webhook/projects/{name}/pull_requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a pull request
     * @description As the webhook plugin of Apache DevLake, with our token as the API key.
     */
    post: operations['registerDevLakePullRequest8'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/1/deployments/{organisation}/{deployment}/register_deploy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a deploy
     * @description As Sleuth’s API, with JSON or a form; the token may be `Authorization: apikey …` or the field `api_key`.
     */
    post: operations['registerSleuthDeploy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/1/deployments/{organisation}/{deployment}/{environment}/{source}/register_impact/{apiKey}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register the impact of an incident
     * @description As Sleuth’s API; the token may be the last part of the address.
     */
    post: operations['registerSleuthImpact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v4/projects/{project}/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Create a deployment
     * @description As GitLab’s deployments API, with JSON or a form; the token may be `PRIVATE-TOKEN` or `JOB-TOKEN`.
     */
    post: operations['createGitLabDeployment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v4/projects/{project}/deployments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say what became of a deployment, by the id that creating it answered
     * @description As GitLab’s deployments API, with JSON or a form; the token may be `PRIVATE-TOKEN` or `JOB-TOKEN`.
     */
    put: operations['updateGitLabDeployment'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The metrics, by group and period */
    get: operations['askMetrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/quality': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far the numbers can be trusted, and what to do about it */
    get: operations['askQuality'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/quality/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything that a check found, or of which a metric lacks what it needs */
    get: operations['listQualityFindings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/badges/{metric}.svg': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A metric as an image for a README; needs no token where `badges.public` says so */
    get: operations['drawBadge'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/prometheus': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything that ever happened, counted by service and environment, for Prometheus */
    get: operations['scrapeDelivery'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells, for as long as it is read, when something new was stored */
    get: operations['followChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Alerts that fired at any moment of a window, by when they began, newest first */
    get: operations['listAlerts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was told to whom, newest first, and what could not be delivered */
    get: operations['listAlertDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An alert: why it was raised, what it rests on, who was told, and how often it came */
    get: operations['readAlert'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/explain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A number of a row, and every thing that it was made of or that was left out */
    get: operations['explainNumber'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/definitions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How the metrics are defined, in words that a person can check */
    get: operations['listDefinitions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Deployments, newest first, and what became of each */
    get: operations['listDeployments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/deployments/{service}/{environment}/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A deployment: what was said of it, what became of it, and why */
    get: operations['readDeployment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/deployments/{service}/{environment}/{id}/commits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The commits that a deployment was the first to ship, newest first */
    get: operations['listCommitsOfDeployment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/deployments/{service}/{environment}/{id}/verdicts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every verdict on a deployment that was given or taken back, the latest first */
    get: operations['listVerdictsOfDeployment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Merged changes, newest first, and how long each stage of them took */
    get: operations['listChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Incidents, newest first, and the deployments they go back to */
    get: operations['listIncidents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/incidents/{source}/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An incident, and the deployments it goes back to */
    get: operations['readIncident'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/commits/{sha}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A commit’s way to each environment */
    get: operations['followCommit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/services': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Services, whose they are, and where they are deployed */
    get: operations['listServices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/arrivals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What came in, by source and type of event, and when it was last heard of */
    get: operations['listArrivals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/quarantine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was sent and could not be used, newest first, with what is wrong with it */
    get: operations['listQuarantine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Replay rules over what is stored: when would they have raised alerts?
     * @description Nothing is raised and nobody is told.
     */
    post: operations['checkAlertRules'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts/{id}/acknowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take an alert on, by name
     * @description Receivers that know acknowledgements are told. The first who takes it on is shown with the alert.
     */
    post: operations['acknowledgeAlert'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/alerts/{id}/deliveries/{delivery}/send-again': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deliver something again, as if it had never been tried
     * @description It keeps its id, by which a receiver tells repetitions. A receiver that said it is gone is tried again.
     */
    post: operations['sendAlertAgain'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/livez': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the process runs and answers */
    get: operations['isLive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/readyz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether it can accept and answer */
    get: operations['isReady'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the process measures of itself, for Prometheus */
    get: operations['scrape'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/problems': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every code that a failed request can be answered with */
    get: operations['listProblems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/problems/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a code means, and what to do about it */
    get: operations['explainProblem'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This document */
    get: operations['describeApi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Event:
      | components['schemas']['CommitEvent']
      | components['schemas']['ArtifactEvent']
      | components['schemas']['ChangeEvent']
      | components['schemas']['ReviewEvent']
      | components['schemas']['DeploymentEvent']
      | components['schemas']['VerdictEvent']
      | components['schemas']['IncidentEvent']
      | components['schemas']['ServiceEvent']
      | components['schemas']['ActivityEvent']
      | components['schemas']['FeedbackEvent'];
    /** @description A commit of a repository, with its parents. */
    CommitEvent:
      | {
          /** @constant */
          type: 'commit';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /**
           * @default false
           * @constant
           */
          retracted: false;
          repository: string;
          sha: string;
          /** @description The parents, first parent first; empty for a root. Two or more make a merge. */
          parents: string[];
          /** @description How many commits, at least, the push that told of it brought between its parent and it, and did not carry. An import that knows the real parents states the commit without it. */
          missingBefore?: number;
          /** @description When the change was written: where change lead time starts. */
          authoredAt: string | number;
          /** @description When this commit object was made. */
          committedAt?: string | number;
          /** @description Any id of the author; stored only as a keyed hash. */
          author?: string;
          branch?: string;
          /** @description The files it touches, relative to the root: tells the services of a monorepo apart. */
          paths?: string[];
          /** @description The commits that it takes back, as git says in its message. */
          reverts?: string[];
        }
      | {
          /** @constant */
          type: 'commit';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /** @constant */
          retracted: true;
          repository: string;
          sha: string;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          authoredAt?: string | number;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          committedAt?: string | number;
        };
    /** @description What a build made, and the commit it was made of. */
    ArtifactEvent:
      | {
          /** @constant */
          type: 'artifact';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /**
           * @default false
           * @constant
           */
          retracted: false;
          /** @description What was built: an image reference, best with its digest (`ghcr.io/acme/shop@sha256:…`), or a package URL. */
          artifact: string;
          /** @description Its other names: tags, the digest for another machine, a package URL. */
          alsoKnownAs?: string[];
          repository: string;
          /** @description The commit it was built from. */
          sha: string;
          /** @description When it was built. Where builds share a name, such as a tag that moves, a deployment of that name brought the last one built before it finished. */
          builtAt?: string | number;
          /** @description The build. */
          url?: string;
        }
      | {
          /** @constant */
          type: 'artifact';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /** @constant */
          retracted: true;
          /** @description What was built: an image reference, best with its digest (`ghcr.io/acme/shop@sha256:…`), or a package URL. */
          artifact: string;
          repository?: string;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          builtAt?: string | number;
        };
    /** @description A pull or merge request and how far it has come. */
    ChangeEvent:
      | {
          /** @constant */
          type: 'change';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /**
           * @default false
           * @constant
           */
          retracted: false;
          repository: string;
          number: number;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          openedAt: string | number;
          /** @description When it left draft. */
          readyAt?: string | number;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          firstReviewAt?: string | number;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          approvedAt?: string | number;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          mergedAt?: string | number;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          closedAt?: string | number;
          /** @description Any id of the author; stored only as a keyed hash. */
          author?: string;
          /**
           * @description Its commits, as reviewed.
           * @default []
           */
          commits: string[];
          headSha?: string;
          /** @description The commit that brought it to the target branch. */
          mergeSha?: string;
          /** @description The branch it comes from. */
          branch?: string;
          title?: string;
          url?: string;
        }
      | {
          /** @constant */
          type: 'change';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /** @constant */
          retracted: true;
          repository: string;
          number: number;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          openedAt?: string | number;
          /** @description When it left draft. */
          readyAt?: string | number;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          firstReviewAt?: string | number;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          approvedAt?: string | number;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          mergedAt?: string | number;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          closedAt?: string | number;
        };
    /** @description A step of the review of a change: it was called ready, looked at or approved. */
    ReviewEvent:
      | {
          /** @constant */
          type: 'review';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /**
           * @default false
           * @constant
           */
          retracted: false;
          repository: string;
          /** @description Of the change. */
          number: number;
          id: string;
          /**
           * @description `ready`: the change left draft. `dismissed`: an approval that counts no more.
           * @enum {string}
           */
          state: 'ready' | 'commented' | 'approved' | 'changes_requested' | 'dismissed';
          /** @description When it was given. */
          at: string | number;
          /** @description Any id of who gave it; stored only as a keyed hash. The author’s own do not count. */
          reviewer?: string;
          url?: string;
        }
      | {
          /** @constant */
          type: 'review';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /** @constant */
          retracted: true;
          repository: string;
          /** @description Of the change. */
          number: number;
          id: string;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          at?: string | number;
        };
    /** @description A deployment of a service to an environment and how it went. */
    DeploymentEvent:
      | {
          /** @constant */
          type: 'deployment';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /**
           * @default false
           * @constant
           */
          retracted: false;
          service: string;
          environment: string;
          /** @description Default: a hash of service, environment, sha and startedAt. */
          id?: string;
          /** @description The commit that was deployed. */
          sha?: string;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          startedAt?: string | number;
          /** @description Required once it is no longer in progress. */
          finishedAt?: string | number;
          /** @description Where the sha lives. Default: the service’s repository. */
          repository?: string;
          /** @description What else it brought, beside repository and sha: where several repositories go out as one, the commit of each of the others. */
          commits?: {
            repository: string;
            sha: string;
          }[];
          version?: string;
          /** @description What was deployed: an image reference or a package URL (purl). The commit it was built from, as an artifact event tells it, came with this deployment. */
          artifact?: string;
          /** @description The same, where several went out as one. */
          artifacts?: string[];
          /** @enum {string} */
          status: 'in_progress' | 'succeeded' | 'failed' | 'cancelled' | 'rolled_back';
          /**
           * @default deploy
           * @enum {string}
           */
          kind: 'deploy' | 'rollback' | 'hotfix';
          unplanned?: boolean;
          /**
           * @description Ids of the incidents or deployments that it fixes or rolls back.
           * @default []
           */
          fixes: string[];
          /** @description A person’s verdict whether this deployment failed its users. */
          changeFailure?: boolean;
          url?: string;
          /** @description Any id of who started it; stored only as a keyed hash. */
          actor?: string;
        }
      | {
          /** @constant */
          type: 'deployment';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /** @constant */
          retracted: true;
          service: string;
          environment: string;
          /** @description Default: a hash of service, environment, sha and startedAt. */
          id?: string;
          /** @description The commit that was deployed. */
          sha?: string;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          startedAt?: string | number;
          /** @description Required once it is no longer in progress. */
          finishedAt?: string | number;
          /** @description Where the sha lives. Default: the service’s repository. */
          repository?: string;
        };
    /** @description A person’s word on a deployment: whether it failed its users, who says so and why. */
    VerdictEvent:
      | {
          /** @constant */
          type: 'verdict';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /**
           * @default false
           * @constant
           */
          retracted: false;
          service: string;
          environment: string;
          deploymentId: string;
          /** @description Whether the change failed its users. Outranks every rule. */
          failed: boolean;
          /** @description Why, for whoever asks later. */
          reason: string;
          /** @description Who says so, as they wish to be named: a name or a role. Kept as it is written, unlike authors, reviewers and actors; shown back with the verdict only, and no answer groups by it. */
          by: string;
          /** @description When the verdict was given. Of two verdicts the later one counts. */
          at: string | number;
        }
      | {
          /** @constant */
          type: 'verdict';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /** @constant */
          retracted: true;
          service: string;
          environment: string;
          deploymentId: string;
          /** @description Why it is taken back. */
          reason?: string;
          /** @description Who says so, as they wish to be named: a name or a role. Kept as it is written, unlike authors, reviewers and actors; shown back with the verdict only, and no answer groups by it. */
          by: string;
          /** @description When the verdict was taken back. */
          at: string | number;
        };
    /** @description An incident and how far it has come. */
    IncidentEvent:
      | {
          /** @constant */
          type: 'incident';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /**
           * @default false
           * @constant
           */
          retracted: false;
          id: string;
          service?: string;
          /**
           * @description Every service it is about.
           * @default []
           */
          services: string[];
          environment?: string;
          severity?: string;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          openedAt: string | number;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          acknowledgedAt?: string | number;
          /** @description Absent while it is open. */
          resolvedAt?: string | number;
          causedBy?: {
            deploymentId?: string;
            sha?: string;
            version?: string;
          };
          title?: string;
          url?: string;
        }
      | {
          /** @constant */
          type: 'incident';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /** @constant */
          retracted: true;
          id: string;
          /** @default [] */
          services: string[];
          /** @description RFC 3339, or unix seconds or milliseconds. */
          openedAt?: string | number;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          acknowledgedAt?: string | number;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          resolvedAt?: string | number;
        };
    /** @description A service of the catalogue: whose it is and where its code lives. */
    ServiceEvent:
      | {
          /** @constant */
          type: 'service';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /**
           * @default false
           * @constant
           */
          retracted: false;
          name: string;
          team?: string;
          owner?: string;
          repository?: string;
          /**
           * @description Globs of the files in the repository that make up this service; all, if empty.
           * @default []
           */
          paths: string[];
          /** @description How much depends on it; 1 matters most. */
          tier?: number;
          runbookUrl?: string;
          sloUrl?: string;
          dashboardUrl?: string;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          onboardedAt?: string | number;
        }
      | {
          /** @constant */
          type: 'service';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /** @constant */
          retracted: true;
          name: string;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          onboardedAt?: string | number;
        };
    /** @description Somebody used the platform. */
    ActivityEvent:
      | {
          /** @constant */
          type: 'activity';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /**
           * @default false
           * @constant
           */
          retracted: false;
          /** @description Default: a hash of the other fields. */
          id?: string;
          /** @description Any id of who did it; stored only as a keyed hash. */
          actor: string;
          action: string;
          subject?: string;
          service?: string;
          /** @enum {string} */
          outcome?: 'succeeded' | 'failed' | 'needed_help';
          /** @description RFC 3339, or unix seconds or milliseconds. */
          at: string | number;
          durationSeconds?: number;
        }
      | {
          /** @constant */
          type: 'activity';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /** @constant */
          retracted: true;
          id: string;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          at?: string | number;
        };
    /** @description An answer to a question about the platform. */
    FeedbackEvent:
      | {
          /** @constant */
          type: 'feedback';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /**
           * @default false
           * @constant
           */
          retracted: false;
          /** @description Default: a hash of the other fields. */
          id?: string;
          question: string;
          score?: number;
          text?: string;
          team?: string;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          at: string | number;
        }
      | {
          /** @constant */
          type: 'feedback';
          /**
           * @description Who says so: a tool, a pipeline, a person. Part of the identity of incidents.
           * @default api
           */
          source: string;
          /** @description When this version of the fact was true; of two versions of one thing the later wins. Default: the latest time in the event, or the time of receipt where it has none. */
          updatedAt?: string | number;
          /**
           * @description Up to 100 labels.
           * @default []
           */
          labels: string[];
          /** @constant */
          retracted: true;
          id: string;
          /** @description RFC 3339, or unix seconds or milliseconds. */
          at?: string | number;
        };
    Problem: {
      /** @description Where this server explains the code. */
      type: string;
      title: string;
      status: number;
      /**
       * @description Stable: branch on it.
       * @enum {string}
       */
      code:
        | 'TL_MALFORMED_REQUEST'
        | 'TL_BODY_NOT_JSON'
        | 'TL_BODY_NOT_DECODABLE'
        | 'TL_INVALID_EVENTS'
        | 'TL_INVALID_BODY'
        | 'TL_INVALID_QUERY'
        | 'TL_UNAUTHORIZED'
        | 'TL_BAD_SIGNATURE'
        | 'TL_FORBIDDEN'
        | 'TL_NOT_THIS_MACHINE'
        | 'TL_NOT_FOUND'
        | 'TL_UNKNOWN_SOURCE'
        | 'TL_METHOD_NOT_ALLOWED'
        | 'TL_REQUEST_TIMEOUT'
        | 'TL_ALERT_RESOLVED'
        | 'TL_BODY_TOO_LARGE'
        | 'TL_ADDRESS_TOO_LONG'
        | 'TL_UNSUPPORTED_MEDIA_TYPE'
        | 'TL_UNSUPPORTED_ENCODING'
        | 'TL_EVENT_TYPE_NOT_ACCEPTED'
        | 'TL_RATE_LIMITED'
        | 'TL_HEADERS_TOO_LARGE'
        | 'TL_INTERNAL'
        | 'TL_LOG_UNAVAILABLE'
        | 'TL_STORE_UNAVAILABLE'
        | 'TL_DASHBOARD_NOT_BUILT'
        | 'TL_NOT_READY';
      detail: string;
      /** @description Ends in the id of the request, which the log has too. */
      instance: string;
    } & {
      [key: string]: unknown;
    };
  };
  responses: {
    /** @description What went wrong, after RFC 9457; some codes add members, such as `faults`. */
    Problem: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  sendEvents: {
    parameters: {
      query?: {
        /** @description Keep the valid events and put the others in quarantine. */
        invalid?: 'quarantine';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Event'] | components['schemas']['Event'][];
        'application/x-ndjson': string;
        'application/cloudevents+json': {
          /** @constant */
          specversion: '1.0';
          id: string;
          source: string;
          type: string;
          data: components['schemas']['Event'];
        };
        'application/cloudevents-batch+json': {
          /** @constant */
          specversion: '1.0';
          id: string;
          source: string;
          type: string;
          data: components['schemas']['Event'];
        }[];
      };
    };
    responses: {
      /** @description Every event is durable. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Events that are durable now and were not before, as far as is known. */
            accepted: number;
            /** @description Events that were durable already, or stand twice in the request. */
            duplicates: number;
            /** @description Invalid events that were put in quarantine; with `invalid=quarantine`, or if there are any. */
            quarantined?: number;
            /** @description CDEvents of which nothing is measured or left to be told; only if there are any. */
            ignored?: number;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      415: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  giveVerdict: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        service: string;
        environment: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Whether the change failed its users. Outranks every rule. */
          failed: boolean;
          /** @description Why, for whoever asks later. */
          reason: string;
          /** @description Who says so, as they wish to be named: a name or a role. Kept as it is written, unlike authors, reviewers and actors; shown back with the verdict only, and no answer groups by it. */
          by: string;
          /** @description Default: now. Send it, so that the same request sent twice counts once. */
          at?: string | number;
        };
      };
    };
    responses: {
      /** @description It is durable. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Events that are durable now and were not before, as far as is known. */
            accepted: number;
            /** @description Events that were durable already, or stand twice in the request. */
            duplicates: number;
            /** @description CDEvents of which nothing is measured or left to be told; only if there are any. */
            ignored?: number;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  takeVerdictBack: {
    parameters: {
      query?: {
        /** @description Who takes it back. Read where there is no body, as the others. */
        by?: string;
        /** @description Why. */
        reason?: string;
        /** @description When, as RFC 3339. Default: now. */
        at?: string;
      };
      header?: never;
      path: {
        service: string;
        environment: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          /** @description Who says so, as they wish to be named: a name or a role. Kept as it is written, unlike authors, reviewers and actors; shown back with the verdict only, and no answer groups by it. */
          by: string;
          /** @description Why it is taken back. */
          reason?: string;
          /** @description Default: now. Send it, so that the same request sent twice counts once. */
          at?: string | number;
        };
      };
    };
    responses: {
      /** @description It is durable. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Events that are durable now and were not before, as far as is known. */
            accepted: number;
            /** @description Events that were durable already, or stand twice in the request. */
            duplicates: number;
            /** @description CDEvents of which nothing is measured or left to be told; only if there are any. */
            ignored?: number;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  sendQuarantinedAgain: {
    parameters: {
      query?: {
        /** @description Who does it, as they wish to be named; kept as it is written. */
        by?: string;
        /** @description The body is what this source of the configuration sent: its expression reads it again, without headers. */
        source?: string;
      };
      header?: never;
      path: {
        /** @description As `GET /v1/quarantine` lists it. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Event'] | components['schemas']['Event'][];
      };
    };
    responses: {
      /** @description Every event is durable, and so is that the entry is settled. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Events that are durable now and were not before, as far as is known. */
            accepted: number;
            /** @description Events that were durable already, or stand twice in the request. */
            duplicates: number;
            /** @description CDEvents of which nothing is measured or left to be told; only if there are any. */
            ignored?: number;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      415: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  getQuarantined: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The entry. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
            /**
             * Format: date-time
             * @description When it came, or came again.
             */
            receivedAt: string;
            source: string;
            reason: {
              code: string;
              message: string;
            };
            faults: {
              index?: number;
              path: string;
              code: string;
              message: string;
            }[];
            payload: string;
            /** @description Of the payload: `utf8`, or `base64` for what is no text. */
            encoding: string;
            /** @description topic/partition/offset, if it came that far. */
            origin: string | null;
            /** @description What was done about it; null while it is open. */
            settled: {
              /** Format: date-time */
              at: string;
              /** @enum {string} */
              how: 'sent_again' | 'discarded';
              by: string | null;
              reason: string | null;
            } | null;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      404: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  discardQuarantined: {
    parameters: {
      query?: {
        reason?: string;
        /** @description Who does it, as they wish to be named; kept as it is written. */
        by?: string;
      };
      header?: never;
      path: {
        /** @description As `GET /v1/quarantine` lists it. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          /** @description Why, for whoever asks later. */
          reason?: string;
          /** @description Who does it, as they wish to be named; kept as it is written. */
          by?: string;
        };
      };
    };
    responses: {
      /** @description It is durable. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            settled: 'discarded';
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  receiveWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description As `GET /v1/sources` lists it: one that is read here, or one of the configuration. */
        source: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description What it says is durable, or nothing of it is measured. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Events that are durable now and were not before, as far as is known. */
            accepted: number;
            /** @description Events that were durable already, or stand twice in the request. */
            duplicates: number;
            /** @description Events that our rules refuse, put in quarantine; only if there are any. */
            quarantined?: number;
            /** @description Why nothing of it is measured, where that is so. */
            ignored?: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      404: components['responses']['Problem'];
      413: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  receiveWebhookWithSecret: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description As `GET /v1/sources` lists it: one that is read here, or one of the configuration. */
        source: string;
        /** @description One of the secrets that are configured for the source. */
        secret: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description What it says is durable, or nothing of it is measured. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Events that are durable now and were not before, as far as is known. */
            accepted: number;
            /** @description Events that were durable already, or stand twice in the request. */
            duplicates: number;
            /** @description Events that our rules refuse, put in quarantine; only if there are any. */
            quarantined?: number;
            /** @description Why nothing of it is measured, where that is so. */
            ignored?: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      404: components['responses']['Problem'];
      413: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  listSources: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sources. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              name: string;
              title: string;
              /** @description Where its webhooks go. */
              address: string;
              /**
               * @description Which webhooks are taken as things are configured now; none without a secret.
               * @enum {string}
               */
              accepts: 'signed' | 'unsigned' | 'secret_missing';
              needs: {
                /** @description How a webhook proves where it comes from. */
                signature: string;
                /** @description What to subscribe to, by the names of the source. */
                deliveries: string[];
              };
            }[];
          };
        };
      };
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
    };
  };
  importDeliveries: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        source:
          | 'github'
          | 'gitlab'
          | 'circleci'
          | 'cdevents'
          | 'pagerduty'
          | 'azure-devops'
          | 'alertmanager'
          | 'grafana'
          | 'grafana-oncall'
          | 'incident-io'
          | 'bitbucket'
          | 'opsgenie'
          | 'statuspage'
          | 'argo-cd'
          | 'jira'
          | 'jenkins'
          | 'harness'
          | 'octopus'
          | 'flux'
          | 'tekton'
          | 'spinnaker'
          | 'servicenow'
          | 'rootly'
          | 'argo-rollouts'
          | 'gitea';
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          deliveries: {
            /** @description Those that say what it is, by their names in lower case: `x-github-event`. */
            headers: {
              [key: string]: string;
            };
            /** @description What the source would have sent. */
            payload: unknown;
          }[];
        };
      };
    };
    responses: {
      /** @description What they say is durable. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Events that are durable now and were not before, as far as is known. */
            accepted: number;
            /** @description Events that were durable already, or stand twice in the request. */
            duplicates: number;
            /** @description Events that our rules refuse, put in quarantine. */
            quarantined: number;
            /** @description Deliveries of which nothing is measured. */
            ignored: number;
            /** @description Deliveries that are not as their source documents them; nothing of them was kept. */
            refused: {
              index: number;
              reason: string;
            }[];
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      404: components['responses']['Problem'];
      413: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  sendTraces: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description What they say of deployments is durable. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Only if something is in quarantine. */
            partialSuccess?: {
              rejectedSpans: string;
              errorMessage: string;
            };
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      415: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  sendDatadogDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: {
              /** @description Of a deployment: what `PATCH` takes, and nothing else. */
              id: string;
              /** @enum {string} */
              type: 'dora_deployment' | 'dora_failure';
            };
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  sendDatadogFailure: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: {
              /** @description Of a deployment: what `PATCH` takes, and nothing else. */
              id: string;
              /** @enum {string} */
              type: 'dora_deployment' | 'dora_failure';
            };
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  sendDatadogIncident: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            data: {
              /** @description Of a deployment: what `PATCH` takes, and nothing else. */
              id: string;
              /** @enum {string} */
              type: 'dora_deployment' | 'dora_failure';
            };
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  patchDatadogDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeDeployment1: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeIssue1: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeClose1: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
        issueKey: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakePullRequest1: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeDeployment2: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeIssue2: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeClose2: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
        issueKey: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakePullRequest2: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeDeployment3: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeIssue3: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeClose3: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        issueKey: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakePullRequest3: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeDeployment4: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeIssue4: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeClose4: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        issueKey: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakePullRequest4: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeDeployment5: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeIssue5: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeClose5: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
        issueKey: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakePullRequest5: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeDeployment6: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeIssue6: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeClose6: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
        issueKey: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakePullRequest6: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeDeployment7: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeIssue7: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeClose7: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        issueKey: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakePullRequest7: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeDeployment8: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeIssue8: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakeClose8: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        issueKey: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerDevLakePullRequest8: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable, or nothing is measured of it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            success: true;
            /** @description `success`, or why nothing of it counts as it is. */
            message: string;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerSleuthDeploy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organisation: string;
        deployment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  registerSleuthImpact: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        organisation: string;
        deployment: string;
        environment: string;
        source: string;
        apiKey: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  createGitLabDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        project: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description What the update takes. Not a number, unlike GitLab’s own. */
            id: string;
            iid: null;
            ref: string;
            sha: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** @enum {string} */
            status: 'created' | 'running' | 'success' | 'failed' | 'canceled';
            user: null;
            environment: {
              id: null;
              name: string;
            };
            deployable: null;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  updateGitLabDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        project: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description It is durable. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description What the update takes. Not a number, unlike GitLab’s own. */
            id: string;
            iid: null;
            ref: string;
            sha: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** @enum {string} */
            status: 'created' | 'running' | 'success' | 'failed' | 'canceled';
            user: null;
            environment: {
              id: null;
              name: string;
            };
            deployable: null;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      422: components['responses']['Problem'];
      429: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  askMetrics: {
    parameters: {
      query?: {
        /** @description Start, inclusive. Default: 90 days before `to`. */
        from?: string;
        /** @description End, exclusive. Default: now. */
        to?: string;
        /** @description IANA time zone in which dates are read and periods are cut. */
        timezone?: string;
        /** @description A comma-separated list: only these services. */
        service?: string;
        /** @description A comma-separated list: only services of these teams. */
        team?: string;
        /** @description A comma-separated list: only what comes from these repositories. */
        repository?: string;
        /** @description A comma-separated list: only these environments; the name of a class in throughline.yaml stands for all of its. Default: those that are production. */
        environment?: string;
        /** @description One row for each of these. */
        groupBy?: 'none' | 'service' | 'team' | 'repository' | 'environment';
        /** @description Which definition of the metrics; `GET /v1/definitions` describes each. Default: dora. */
        definition?: string;
        /** @description One row a period of this length. */
        interval?: 'none' | 'day' | 'week' | 'month' | 'quarter';
        /** @description A comma-separated list: rows hold these only, and only what they are made of is read; a group that would have its row from something else alone has none. Default: all of deploymentFrequency, changeLeadTime, leadTimeStages, changeFailRate, recoveryTime, reworkRate, timeToRestore. */
        metrics?: string;
        /** @description `previous`: each row says how it differs from the one before it (of equal length), as far as chance allows. */
        compare?: 'none' | 'previous';
        /** @description With `compare=previous`: how much of a change of a rate came from each of these, and how much from their mix. */
        members?: 'none' | 'service' | 'team' | 'repository' | 'environment';
        /** @description Score each row by the formula of DORA’s Quick Check, for reference. */
        quickCheck?: boolean;
        /** @description An edition of published clusters (such as `dora-2024`) to place each metric among, for reference. */
        levels?: string;
        format?: 'json' | 'csv';
        /** @description Begin CSV with a byte order mark: without one Excel takes UTF-8 for the characters of the machine’s own language. */
        bom?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A row for each group and period. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            definition: {
              id: string;
              version: string;
            };
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            timezone: string;
            interval: string;
            freshness: {
              lastEventAt: string | null;
              /** @description From the receipt of the newest event to its being counted here. */
              lagSeconds: number | null;
            };
            rows: {
              /** @description What the row is about; null where it is not known. */
              group: {
                [key: string]: string | null;
              };
              /** Format: date-time */
              start: string;
              /** Format: date-time */
              end: string;
              /** @description The period is not over: its numbers will grow. */
              incomplete: boolean;
              deploymentFrequency?: {
                deployments: number;
                perDay: number;
                perDayLow: number;
                perDayHigh: number;
                daysWithDeployment: number;
                medianDaysPerWeek: number | null;
                medianSecondsBetween: number | null;
              };
              changeLeadTime?: {
                /**
                 * @description What the definition times.
                 * @enum {string}
                 */
                unit: 'commits' | 'changes';
                /** @description How many of them have a lead time. */
                commits: number;
                p50: number | null;
                p75: number | null;
                p90: number | null;
                mean: number | null;
                baselineCommits: number;
                mergeCommits: number;
                waiting: number;
                /** @description The Kaplan–Meier estimate: what is still open counts as lasting at least as long as it has. A quantile is null where too many are open to know it; p50Low and p50High are the 95 % interval of the median. */
                kaplanMeier: {
                  n: number;
                  ended: number;
                  open: number;
                  p50: number | null;
                  p75: number | null;
                  p90: number | null;
                  p50Low: number | null;
                  p50High: number | null;
                };
              };
              /** @description Where the time of changes went, each stage over those of which it is known. */
              leadTimeStages?: {
                /** @description Changes first shipped in the row, without those of a baseline. */
                changes: number;
                /** @description Commits first shipped in the row that no change has. */
                commitsWithoutChange: number;
                /** @description First commit to opened. */
                coding: {
                  n: number;
                  p50: number | null;
                  p75: number | null;
                  p90: number | null;
                  mean: number | null;
                };
                /** @description Opened to first review. */
                pickup: {
                  n: number;
                  p50: number | null;
                  p75: number | null;
                  p90: number | null;
                  mean: number | null;
                };
                /** @description First review to merged. */
                review: {
                  n: number;
                  p50: number | null;
                  p75: number | null;
                  p90: number | null;
                  mean: number | null;
                };
                /** @description Merged (or committed, without a change) to the start of the deployment. */
                waiting: {
                  n: number;
                  p50: number | null;
                  p75: number | null;
                  p90: number | null;
                  mean: number | null;
                };
                /** @description Start of the deployment to its finish. */
                deploying: {
                  n: number;
                  p50: number | null;
                  p75: number | null;
                  p90: number | null;
                  mean: number | null;
                };
                /** @description First commit to the finish of the deployment. */
                total: {
                  n: number;
                  p50: number | null;
                  p75: number | null;
                  p90: number | null;
                  mean: number | null;
                };
              };
              changeFailRate?: {
                failed: number;
                deployments: number;
                rate: number | null;
                low: number | null;
                high: number | null;
                /** @description Of the failed ones those that only an inference calls so. */
                inferred: number;
              };
              recoveryTime?: {
                failed: number;
                recovered: number;
                open: number;
                p50: number | null;
                p75: number | null;
                p90: number | null;
                mean: number | null;
                /** @description The Kaplan–Meier estimate: what is still open counts as lasting at least as long as it has. A quantile is null where too many are open to know it; p50Low and p50High are the 95 % interval of the median. */
                kaplanMeier: {
                  n: number;
                  ended: number;
                  open: number;
                  p50: number | null;
                  p75: number | null;
                  p90: number | null;
                  p50Low: number | null;
                  p50High: number | null;
                };
              } | null;
              reworkRate?: {
                rework: number;
                deployments: number;
                rate: number | null;
                low: number | null;
                high: number | null;
              } | null;
              timeToRestore?: {
                incidents: number;
                resolved: number;
                open: number;
                p50: number | null;
                p75: number | null;
                p90: number | null;
                mean: number | null;
                /** @description The Kaplan–Meier estimate: what is still open counts as lasting at least as long as it has. A quantile is null where too many are open to know it; p50Low and p50High are the 95 % interval of the median. */
                kaplanMeier: {
                  n: number;
                  ended: number;
                  open: number;
                  p50: number | null;
                  p75: number | null;
                  p90: number | null;
                  p50Low: number | null;
                  p50High: number | null;
                };
              };
              /** @description null for a period that is not over, or that the window cuts: it is no match for a whole one. */
              comparison?: {
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
                deploymentFrequency?: {
                  /**
                   * @description `no_clear_change`: the interval holds no change at all, so chance alone explains it.
                   * @enum {string}
                   */
                  verdict: 'higher' | 'lower' | 'no_clear_change' | 'too_little_data';
                  /** @enum {string} */
                  measure: 'difference' | 'ratio';
                  change: number | null;
                  low: number | null;
                  high: number | null;
                };
                changeLeadTime?: {
                  /**
                   * @description `no_clear_change`: the interval holds no change at all, so chance alone explains it.
                   * @enum {string}
                   */
                  verdict: 'higher' | 'lower' | 'no_clear_change' | 'too_little_data';
                  /** @enum {string} */
                  measure: 'difference' | 'ratio';
                  change: number | null;
                  low: number | null;
                  high: number | null;
                };
                changeFailRate?: {
                  /**
                   * @description `no_clear_change`: the interval holds no change at all, so chance alone explains it.
                   * @enum {string}
                   */
                  verdict: 'higher' | 'lower' | 'no_clear_change' | 'too_little_data';
                  /** @enum {string} */
                  measure: 'difference' | 'ratio';
                  change: number | null;
                  low: number | null;
                  high: number | null;
                  /** @description Of the change: what each member’s own rate did, and what its weight did. */
                  members?: {
                    name: string | null;
                    rate: number;
                    mix: number;
                  }[];
                };
                recoveryTime?: {
                  /**
                   * @description `no_clear_change`: the interval holds no change at all, so chance alone explains it.
                   * @enum {string}
                   */
                  verdict: 'higher' | 'lower' | 'no_clear_change' | 'too_little_data';
                  /** @enum {string} */
                  measure: 'difference' | 'ratio';
                  change: number | null;
                  low: number | null;
                  high: number | null;
                } | null;
                reworkRate?: {
                  /**
                   * @description `no_clear_change`: the interval holds no change at all, so chance alone explains it.
                   * @enum {string}
                   */
                  verdict: 'higher' | 'lower' | 'no_clear_change' | 'too_little_data';
                  /** @enum {string} */
                  measure: 'difference' | 'ratio';
                  change: number | null;
                  low: number | null;
                  high: number | null;
                  /** @description Of the change: what each member’s own rate did, and what its weight did. */
                  members?: {
                    name: string | null;
                    rate: number;
                    mix: number;
                  }[];
                } | null;
                timeToRestore?: {
                  /**
                   * @description `no_clear_change`: the interval holds no change at all, so chance alone explains it.
                   * @enum {string}
                   */
                  verdict: 'higher' | 'lower' | 'no_clear_change' | 'too_little_data';
                  /** @enum {string} */
                  measure: 'difference' | 'ratio';
                  change: number | null;
                  low: number | null;
                  high: number | null;
                };
              } | null;
              /** @description The published clusters that each metric lies in or nearest to: for reference, not a grade. */
              levels?: {
                edition: string;
                title: string;
                source: string;
                deploymentFrequency: {
                  clusters: ('elite' | 'high' | 'medium' | 'low')[];
                  /** @enum {string} */
                  match: 'within' | 'nearest';
                } | null;
                changeLeadTime: {
                  clusters: ('elite' | 'high' | 'medium' | 'low')[];
                  /** @enum {string} */
                  match: 'within' | 'nearest';
                } | null;
                changeFailRate: {
                  clusters: ('elite' | 'high' | 'medium' | 'low')[];
                  /** @enum {string} */
                  match: 'within' | 'nearest';
                } | null;
                /** @description Of the time to restore up to 2022, of the recovery time since. */
                recovery: {
                  clusters: ('elite' | 'high' | 'medium' | 'low')[];
                  /** @enum {string} */
                  match: 'within' | 'nearest';
                } | null;
              };
              /** @description Scores from 0 to 10 by the formula of DORA’s Quick Check: for reference, not a grade. */
              quickCheck?: {
                scores: {
                  changeLeadTime: number | null;
                  deploymentFrequency: number | null;
                  recoveryTime: number | null;
                  changeFailRate: number | null;
                  reworkRate: number | null;
                };
                overall: number | null;
                /** @description Of lead time, frequency and recovery. */
                throughput: number | null;
                /** @description Of change fail rate and rework rate. */
                stability: number | null;
              };
            }[];
          };
          'text/csv': string;
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  askQuality: {
    parameters: {
      query?: {
        /** @description Start, inclusive. Default: 90 days before `to`. */
        from?: string;
        /** @description End, exclusive. Default: now. */
        to?: string;
        /** @description IANA time zone in which dates are read and periods are cut. */
        timezone?: string;
        /** @description A comma-separated list: only these services. */
        service?: string;
        /** @description A comma-separated list: only services of these teams. */
        team?: string;
        /** @description A comma-separated list: only what comes from these repositories. */
        repository?: string;
        /** @description A comma-separated list: only these environments; the name of a class in throughline.yaml stands for all of its. Default: those that are production. */
        environment?: string;
        /** @description Which definition of the metrics; `GET /v1/definitions` describes each. Default: dora. */
        definition?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was found, check by check. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            definition: {
              id: string;
              version: string;
            };
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            timezone: string;
            freshness: {
              lastEventAt: string | null;
              /** @description From the receipt of the newest event to its being counted here. */
              lagSeconds: number | null;
            };
            checks: {
              /** @enum {string} */
              check:
                | 'incident_cause_unknown'
                | 'incident_names_nothing'
                | 'incident_without_deployment'
                | 'deployment_commit_unknown'
                | 'deployment_without_commit'
                | 'deployment_artifact_unbuilt'
                | 'deployment_ships_unknown'
                | 'history_gap'
                | 'push_incomplete'
                | 'history_boundary'
                | 'source_silent'
                | 'clock_commit_after_deployment'
                | 'clock_incident_resolved_before_opened'
                | 'clock_change_merged_before_opened'
                | 'clock_deployment_finished_before_started'
                | 'clock_in_future'
                | 'service_without_team'
                | 'service_not_in_catalogue'
                | 'service_never_deployed'
                | 'environment_unclassified'
                | 'quarantined'
                | 'baseline_in_window';
              title: string;
              /**
               * @description ok: nothing was found; notice: it explains a number; warning: it bends one.
               * @enum {string}
               */
              severity: 'ok' | 'notice' | 'warning';
              /** @description How many were found; `GET /v1/quality/{check}` lists each. */
              count: number;
              /** @description Among how many; null where that cannot be counted. */
              of: number | null;
              /** @description From 0 to 1; null where there is nothing to share. */
              share: number | null;
              says: string;
              /** @description What to do about it. */
              remedy: string;
              /** @description The first of them. */
              items: {
                /** @enum {string} */
                thing:
                  | 'commit'
                  | 'change'
                  | 'deployment'
                  | 'incident'
                  | 'service'
                  | 'environment'
                  | 'source'
                  | 'quarantined_event';
                /** @description The commit’s sha, the change’s number, the id of a deployment, an incident or an entry in quarantine; of a source what it tells of; null for a service or an environment. */
                id: string | null;
                services: string[];
                environment: string | null;
                repository: string | null;
                source: string | null;
                /** @description When it happened, or was last heard. */
                at: string | null;
                /** @description What is the matter with it. */
                says: string;
              }[];
              /** @description How many there are beside these. */
              more: number;
            }[];
            /** @description What each metric needs to know, and of how many it is known. */
            coverage: {
              metric: string;
              /**
               * @description `GET /v1/quality/{gap}` lists those that it is not known of.
               * @enum {string}
               */
              gap:
                | 'commit_unknown'
                | 'change_first_commit_unknown'
                | 'change_first_review_unknown'
                | 'deployment_start_unknown'
                | 'deployment_repository_unknown'
                | 'incident_service_unknown'
                | 'failure_unrecovered'
                | 'incident_unresolved';
              known: number;
              of: number;
              /** @description From 0 to 1; null where there is nothing to share. */
              share: number | null;
              says: string;
            }[];
            /** @description What shows deployments to have failed, by rule: the `failureReasons` of `GET /v1/deployments`, counted. */
            links: {
              rule: string;
              confidence: number;
              /** @description Somebody said so; else it is inferred. */
              said: boolean;
              links: number;
              /** @description From 0 to 1; null where there is nothing to share. */
              share: number | null;
            }[];
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  listQualityFindings: {
    parameters: {
      query?: {
        /** @description Start, inclusive. Default: 90 days before `to`. */
        from?: string;
        /** @description End, exclusive. Default: now. */
        to?: string;
        /** @description IANA time zone in which dates are read and periods are cut. */
        timezone?: string;
        /** @description A comma-separated list: only these services. */
        service?: string;
        /** @description A comma-separated list: only services of these teams. */
        team?: string;
        /** @description A comma-separated list: only what comes from these repositories. */
        repository?: string;
        /** @description A comma-separated list: only these environments; the name of a class in throughline.yaml stands for all of its. Default: those that are production. */
        environment?: string;
        /** @description Items a page, at most 1000. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Which definition of the metrics; `GET /v1/definitions` describes each. Default: dora. */
        definition?: string;
      };
      header?: never;
      path: {
        /** @description `check` or `gap` of `GET /v1/quality`. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of findings, latest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @enum {string} */
              thing:
                | 'commit'
                | 'change'
                | 'deployment'
                | 'incident'
                | 'service'
                | 'environment'
                | 'source'
                | 'quarantined_event';
              /** @description The commit’s sha, the change’s number, the id of a deployment, an incident or an entry in quarantine; of a source what it tells of; null for a service or an environment. */
              id: string | null;
              services: string[];
              environment: string | null;
              repository: string | null;
              source: string | null;
              /** @description When it happened, or was last heard. */
              at: string | null;
              /** @description What is the matter with it. */
              says: string;
            }[];
            /** @description null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      404: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  drawBadge: {
    parameters: {
      query?: {
        /** @description A comma-separated list: only these services. */
        service?: string;
        /** @description A comma-separated list: only services of these teams. */
        team?: string;
        /** @description A comma-separated list: only what comes from these repositories. */
        repository?: string;
        /** @description A comma-separated list: only these environments; the name of a class in throughline.yaml stands for all of its. Default: those that are production. */
        environment?: string;
        /** @description Which definition of the metrics; `GET /v1/definitions` describes each. Default: dora. */
        definition?: string;
        /** @description How many days back from now the number is of, at most 365. */
        days?: number;
        /** @description What stands on the left. Default: the name of the metric. */
        label?: string;
        style?: 'flat' | 'for-the-badge';
      };
      header?: never;
      path: {
        metric:
          | 'deployment-frequency'
          | 'change-lead-time'
          | 'change-fail-rate'
          | 'recovery-time'
          | 'rework-rate';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The badge: the metric and its value in words. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/svg+xml': string;
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      404: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  scrapeDelivery: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Counters, gauges and histograms in the text format 0.0.4. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  followChanges: {
    parameters: {
      query?: never;
      header?: {
        /** @description What was seen last: what was stored since is told at once. */
        'last-event-id'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Server-sent events. `changed` says that answers may be other ones now; its data is `{"lastEventAt": …, "storedAt": …}`. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
    };
  };
  listAlerts: {
    parameters: {
      query?: {
        /** @description Start, inclusive. Default: 90 days before `to`. */
        from?: string;
        /** @description End, exclusive. Default: now. */
        to?: string;
        /** @description IANA time zone in which dates are read and periods are cut. */
        timezone?: string;
        /** @description A comma-separated list: only alerts about these services. */
        service?: string;
        /** @description A comma-separated list: only alerts about what was of these teams when they were opened. */
        team?: string;
        /** @description A comma-separated list: only alerts about these environments; the name of a class in throughline.yaml stands for all of its. Default: whatever they are about. */
        environment?: string;
        /** @description A comma-separated list: only alerts of these rules, by their names in throughline.yaml. */
        rule?: string;
        /** @description A comma-separated list: only these of change-failure-spike, threshold, drift, open-failure, source-silent, burn-rate, common-cause. */
        kind?: string;
        /** @description A comma-separated list: only these of notify, page. */
        severity?: string;
        /** @description A comma-separated list: only these of firing, resolved. */
        state?: string;
        /** @description Items a page, at most 1000. Default: 100; in CSV, which has no pages: every item of the window, from the cursor on. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        format?: 'json' | 'csv';
        /** @description Begin CSV with a byte order mark: without one Excel takes UTF-8 for the characters of the machine’s own language. */
        bom?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of alerts; in CSV all of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              id: string;
              /** @description The name of the rule in throughline.yaml. */
              rule: string;
              /** @enum {string} */
              kind:
                | 'change-failure-spike'
                | 'threshold'
                | 'drift'
                | 'open-failure'
                | 'source-silent'
                | 'burn-rate'
                | 'common-cause';
              /**
               * @description `page` wakes somebody, `notify` is read when there is time.
               * @enum {string}
               */
              severity: 'notify' | 'page';
              /** @enum {string} */
              state: 'firing' | 'resolved';
              title: string;
              /** @description What it is about; null where that is not narrowed down. */
              subject: {
                service: string | null;
                environment: string | null;
                team: string | null;
                source: string | null;
                deploymentId: string | null;
              };
              /** @description Whose the service was when the alert was opened. */
              team: string | null;
              owner: string | null;
              tier: number | null;
              /**
               * Format: date-time
               * @description When it began to hold, by the times of the events themselves.
               */
              startedAt: string;
              /**
               * Format: date-time
               * @description When it was decided.
               */
              openedAt: string;
              /** @description When it became a page, if it was opened as less. */
              escalatedAt: string | null;
              /** @description The first who took it on. */
              acknowledged: {
                /** @description As whoever did wished to be named. */
                by: string;
                /** Format: date-time */
                at: string;
                note: string | null;
                /** @description Whether they said that what is usual is to be learnt anew from there on. */
                newNormal: boolean;
              } | null;
              resolvedAt: string | null;
              /** @description Why it is over. */
              resolution:
                ('recovered' | 'quiet' | 'corrected' | 'new_normal' | 'rule_removed') | null;
              /** @description The alert about the common cause that this one is a part of. */
              parentId: string | null;
              /** @description How many alerts are parts of this one. */
              children: number;
              /** @description Why nobody was told that it was opened, or not yet; null where somebody was. */
              unsaid:
                ('history' | 'silenced' | 'quiet_hours' | 'part_of_parent' | 'no_receiver') | null;
            }[];
            /** @description null on the last page. */
            nextCursor: string | null;
          };
          'text/csv': string;
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  listAlertDeliveries: {
    parameters: {
      query?: {
        /** @description A comma-separated list: only these of pending, delivered, failed, disabled, dropped. */
        state?: string;
        /** @description Items a page, at most 1000. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of deliveries. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              id: string;
              /**
               * @description What is told of the alert.
               * @enum {string}
               */
              action: 'opened' | 'escalated' | 'acknowledged' | 'resolved';
              /** @description Its name in throughline.yaml, or what an inline one is known by. */
              receiver: string;
              /**
               * @description `pending` is still tried; `failed` was given up after every attempt; `disabled` is to a receiver that said it is gone; `dropped` needed no telling any more.
               * @enum {string}
               */
              state: 'pending' | 'delivered' | 'failed' | 'disabled' | 'dropped';
              attempts: number;
              /** Format: date-time */
              createdAt: string;
              nextAttemptAt: string | null;
              settledAt: string | null;
              /** @description What went wrong the last time. */
              lastError: string | null;
              alertId: string;
            }[];
            /** @description null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  readAlert: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The alert. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
            /** @description The name of the rule in throughline.yaml. */
            rule: string;
            /** @enum {string} */
            kind:
              | 'change-failure-spike'
              | 'threshold'
              | 'drift'
              | 'open-failure'
              | 'source-silent'
              | 'burn-rate'
              | 'common-cause';
            /**
             * @description `page` wakes somebody, `notify` is read when there is time.
             * @enum {string}
             */
            severity: 'notify' | 'page';
            /** @enum {string} */
            state: 'firing' | 'resolved';
            title: string;
            /** @description What it is about; null where that is not narrowed down. */
            subject: {
              service: string | null;
              environment: string | null;
              team: string | null;
              source: string | null;
              deploymentId: string | null;
            };
            /** @description Whose the service was when the alert was opened. */
            team: string | null;
            owner: string | null;
            tier: number | null;
            /**
             * Format: date-time
             * @description When it began to hold, by the times of the events themselves.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description When it was decided.
             */
            openedAt: string;
            /** @description When it became a page, if it was opened as less. */
            escalatedAt: string | null;
            /** @description The first who took it on. */
            acknowledged: {
              /** @description As whoever did wished to be named. */
              by: string;
              /** Format: date-time */
              at: string;
              note: string | null;
              /** @description Whether they said that what is usual is to be learnt anew from there on. */
              newNormal: boolean;
            } | null;
            resolvedAt: string | null;
            /** @description Why it is over. */
            resolution:
              ('recovered' | 'quiet' | 'corrected' | 'new_normal' | 'rule_removed') | null;
            /** @description The alert about the common cause that this one is a part of. */
            parentId: string | null;
            /** @description The alerts that are parts of this one. */
            children: {
              id: string;
              /** @description The name of the rule in throughline.yaml. */
              rule: string;
              /** @enum {string} */
              kind:
                | 'change-failure-spike'
                | 'threshold'
                | 'drift'
                | 'open-failure'
                | 'source-silent'
                | 'burn-rate'
                | 'common-cause';
              /**
               * @description `page` wakes somebody, `notify` is read when there is time.
               * @enum {string}
               */
              severity: 'notify' | 'page';
              /** @enum {string} */
              state: 'firing' | 'resolved';
              title: string;
              /** @description What it is about; null where that is not narrowed down. */
              subject: {
                service: string | null;
                environment: string | null;
                team: string | null;
                source: string | null;
                deploymentId: string | null;
              };
              /** @description Whose the service was when the alert was opened. */
              team: string | null;
              owner: string | null;
              tier: number | null;
              /**
               * Format: date-time
               * @description When it began to hold, by the times of the events themselves.
               */
              startedAt: string;
              /**
               * Format: date-time
               * @description When it was decided.
               */
              openedAt: string;
              /** @description When it became a page, if it was opened as less. */
              escalatedAt: string | null;
              /** @description The first who took it on. */
              acknowledged: {
                /** @description As whoever did wished to be named. */
                by: string;
                /** Format: date-time */
                at: string;
                note: string | null;
                /** @description Whether they said that what is usual is to be learnt anew from there on. */
                newNormal: boolean;
              } | null;
              resolvedAt: string | null;
              /** @description Why it is over. */
              resolution:
                ('recovered' | 'quiet' | 'corrected' | 'new_normal' | 'rule_removed') | null;
              /** @description The alert about the common cause that this one is a part of. */
              parentId: string | null;
              /** @description How many alerts are parts of this one. */
              children: number;
              /** @description Why nobody was told that it was opened, or not yet; null where somebody was. */
              unsaid:
                ('history' | 'silenced' | 'quiet_hours' | 'part_of_parent' | 'no_receiver') | null;
            }[];
            /** @description Why nobody was told that it was opened, or not yet; null where somebody was. */
            unsaid:
              ('history' | 'silenced' | 'quiet_hours' | 'part_of_parent' | 'no_receiver') | null;
            /** @description Sentences that can be checked by hand, in order. */
            explanation: string[];
            evidence: {
              /** @description The numbers that it rests on. */
              numbers: {
                /** @description Stable, in snake_case. */
                name: string;
                /** @description For people. */
                label: string;
                value: number;
                /** @enum {string} */
                unit: 'share' | 'seconds' | 'count' | 'points' | 'per_year' | 'ratio';
                /** @description The ends of its interval, where it is an estimate. */
                low: number | null;
                high: number | null;
              }[];
              /** @description The deployments that it rests on, oldest first; empty where it does not go by them. */
              deployments: {
                id: string;
                /** Format: date-time */
                finishedAt: string;
                failed: boolean;
                /** @description When its failure became known; null for one that did not fail. */
                failedAt: string | null;
                /** @description The rules that show it to have failed, surest first. */
                reasons: string[];
                /** @description Added to the score, or taken from it; null for rules that keep none. */
                points: number | null;
                scoreAfter: number | null;
              }[];
            };
            runbookUrl: string | null;
            /** @description Who was told, oldest first. */
            deliveries: {
              id: string;
              /**
               * @description What is told of the alert.
               * @enum {string}
               */
              action: 'opened' | 'escalated' | 'acknowledged' | 'resolved';
              /** @description Its name in throughline.yaml, or what an inline one is known by. */
              receiver: string;
              /**
               * @description `pending` is still tried; `failed` was given up after every attempt; `disabled` is to a receiver that said it is gone; `dropped` needed no telling any more.
               * @enum {string}
               */
              state: 'pending' | 'delivered' | 'failed' | 'disabled' | 'dropped';
              attempts: number;
              /** Format: date-time */
              createdAt: string;
              nextAttemptAt: string | null;
              settledAt: string | null;
              /** @description What went wrong the last time. */
              lastError: string | null;
            }[];
            /** @description Other episodes of the same rule about the same thing, newest first, at most 20. */
            history: {
              id: string;
              /** Format: date-time */
              startedAt: string;
              resolvedAt: string | null;
              resolution:
                ('recovered' | 'quiet' | 'corrected' | 'new_normal' | 'rule_removed') | null;
            }[];
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      404: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  explainNumber: {
    parameters: {
      query: {
        /** @description A number of a row of `GET /v1/metrics`, as CSV heads its column: `changeFailRate.rate`. Or one of a deployment: `deployment.commits`. */
        metric: string;
        /** @description Start, inclusive. Default: 90 days before `to`. */
        from?: string;
        /** @description End, exclusive. Default: now. */
        to?: string;
        /** @description IANA time zone in which dates are read and periods are cut. */
        timezone?: string;
        /** @description A comma-separated list: only these services. */
        service?: string;
        /** @description A comma-separated list: only services of these teams. */
        team?: string;
        /** @description A comma-separated list: only what comes from these repositories. */
        repository?: string;
        /** @description A comma-separated list: only these environments; the name of a class in throughline.yaml stands for all of its. Default: those that are production. */
        environment?: string;
        /** @description One row for each of these. */
        groupBy?: 'none' | 'service' | 'team' | 'repository' | 'environment';
        /** @description Which definition of the metrics; `GET /v1/definitions` describes each. Default: dora. */
        definition?: string;
        /** @description With `groupBy`: the group of the row; empty for the row of what belongs to none. */
        group?: string;
        /** @description `counted`: only the items above or below the line, without what was left out. */
        show?: 'all' | 'counted';
        /** @description With `service` and `environment`: the deployment whose number is asked for, such as `deployment.leadTime.p50`. */
        deployment?: string;
        /** @description Items a page, at most 1000. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The number and a page of its items, newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            metric: string;
            value: number | string | null;
            /** @description How the number comes from the items. */
            formula: string;
            /**
             * @description The quantile rule of the definition.
             * @enum {string}
             */
            quantile: 'index' | 'lower' | 'continuous';
            /**
             * @description `daily_medians`: quantiles are of the medians of each service, environment and date.
             * @enum {string}
             */
            aggregate: 'all' | 'daily_medians';
            /** @description How many items count above the line, on all pages. */
            numerator: number;
            /** @description How many items count below the line, on all pages. */
            denominator: number;
            /** @description How long the row is, in days of its time zone; null for a deployment. */
            days: number | null;
            /** @description The metric in the words of the definition. */
            says: string;
            definition: {
              id: string;
              version: string;
            };
            group: {
              [key: string]: string | null;
            };
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            timezone: string;
            /**
             * Format: date-time
             * @description Until when what is open is known to be open.
             */
            asOf: string;
            items: {
              /** @enum {string} */
              type: 'deployment' | 'incident' | 'commit' | 'change';
              /** @description It counts above the line: it is one of those the number is about. */
              numerator: boolean;
              /** @description It counts below the line: those above are a part of these. */
              denominator: boolean;
              /** @description What put it there. */
              rule: string;
              /** @description The rule in words. */
              because: string;
              /** @description What it adds to the durations of the metric; null where it adds none. */
              seconds: number | null;
              /** @description false: still open after `seconds`. null: not asked. */
              ended: boolean | null;
              /**
               * Format: date-time
               * @description When it is booked.
               */
              at: string;
              /** @description The local date of that. */
              date: string | null;
              service: string | null;
              environment: string | null;
              repository: string | null;
              /** @description Of an incident. */
              source: string | null;
              /** @description Of a deployment or an incident; the sha of a commit, the number of a change. */
              id: string;
              /** @description What shipped a commit or change; what an incident is timed from. */
              deploymentId: string | null;
              /** @description Of a deployment: what shows that it failed, and what would if it were believed. */
              reasons: {
                rule: string;
                confidence: number;
                says: string;
                believed: boolean;
                incidentId?: string;
                deploymentId?: string;
              }[];
            }[];
            /** @description null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      404: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  listDefinitions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The definitions. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              id: string;
              /** @description Changes whenever an answer could. */
              version: string;
              title: string;
              /** @description Where it is laid down. */
              sources: string[];
              /** @description Each metric in words. */
              metrics: {
                [key: string]: string;
              };
              /**
               * @description What the change fail rate counts above the line. Of incidents no `members` can be told: one may concern several.
               * @enum {string}
               */
              failuresAre: 'deployments' | 'incidents';
              /** @description What it believes to show that a deployment failed, surest first. */
              failureRules: {
                rule: string;
                confidence: number;
                says: string;
              }[];
            }[];
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  listDeployments: {
    parameters: {
      query?: {
        /** @description Start, inclusive. Default: 90 days before `to`. */
        from?: string;
        /** @description End, exclusive. Default: now. */
        to?: string;
        /** @description IANA time zone in which dates are read and periods are cut. */
        timezone?: string;
        /** @description A comma-separated list: only these services. */
        service?: string;
        /** @description A comma-separated list: only services of these teams. */
        team?: string;
        /** @description A comma-separated list: only what comes from these repositories. */
        repository?: string;
        /** @description A comma-separated list: only these environments; the name of a class in throughline.yaml stands for all of its. Default: those that are production. */
        environment?: string;
        /** @description Items a page, at most 1000. Default: 100; in CSV, which has no pages: every item of the window, from the cursor on. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Which definition of the metrics; `GET /v1/definitions` describes each. Default: dora. */
        definition?: string;
        format?: 'json' | 'csv';
        /** @description Begin CSV with a byte order mark: without one Excel takes UTF-8 for the characters of the machine’s own language. */
        bom?: boolean;
        /** @description A comma-separated list: only these of in_progress, succeeded, failed, cancelled, rolled_back. */
        status?: string;
        /** @description A comma-separated list: only these of deploy, rollback, hotfix. */
        kind?: string;
        /** @description Only those that failed, or only those that did not; of the finished ones. */
        failed?: boolean;
        /** @description Only failed ones that something recovered, or only those that nothing has recovered yet. */
        recovered?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of deployments; in CSV all of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              id: string;
              service: string;
              environment: string;
              repository: string | null;
              /** @description The commit that was deployed. */
              sha: string | null;
              /** @description Who tells the sha: the deployment itself, or the build of an artifact that it names, which then tells the repository too. null where nobody does. */
              shaFrom: ('deployment' | 'artifact') | null;
              version: string | null;
              /** @enum {string} */
              status: 'in_progress' | 'succeeded' | 'failed' | 'cancelled' | 'rolled_back';
              /** @enum {string} */
              kind: 'deploy' | 'rollback' | 'hotfix';
              startedAt: string | null;
              finishedAt: string | null;
              /** @description The first deployment ever seen of the service in the environment. */
              baseline: boolean;
              /** @description Every commit first shipped by it, merges included. */
              commits: number;
              mergeCommits: number;
              /** @description Over the commits that are not merges, from when they were authored, whatever definition is asked for. */
              leadTime: {
                p50: number | null;
                p75: number | null;
                p90: number | null;
                mean: number | null;
                sum: number | null;
              };
              /** @description null while it is not finished. */
              failed: boolean | null;
              /** @description What shows that it failed, surest first. */
              failureReasons: {
                rule: string;
                incidentId?: string;
                deploymentId?: string;
                confidence: number;
              }[];
              /** @description What would show it too, but the definition or a person’s verdict does not believe it. */
              doubted: {
                rule: string;
                incidentId?: string;
                deploymentId?: string;
                confidence: number;
              }[];
              /** @description A person’s word on it, where there is one. */
              verdict: {
                failed: boolean;
                by: string;
                reason: string;
                /** Format: date-time */
                at: string;
              } | null;
              rework: boolean | null;
              recoveredAt: string | null;
              url: string | null;
            }[];
            /** @description null on the last page. */
            nextCursor: string | null;
          };
          'text/csv': string;
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  readDeployment: {
    parameters: {
      query?: {
        /** @description Which definition of the metrics; `GET /v1/definitions` describes each. Default: dora. */
        definition?: string;
      };
      header?: never;
      path: {
        service: string;
        environment: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The deployment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
            service: string;
            environment: string;
            repository: string | null;
            /** @description The commit that was deployed. */
            sha: string | null;
            /** @description Who tells the sha: the deployment itself, or the build of an artifact that it names, which then tells the repository too. null where nobody does. */
            shaFrom: ('deployment' | 'artifact') | null;
            version: string | null;
            /** @enum {string} */
            status: 'in_progress' | 'succeeded' | 'failed' | 'cancelled' | 'rolled_back';
            /** @enum {string} */
            kind: 'deploy' | 'rollback' | 'hotfix';
            startedAt: string | null;
            finishedAt: string | null;
            /** @description The first deployment ever seen of the service in the environment. */
            baseline: boolean;
            /** @description Every commit first shipped by it, merges included. */
            commits: number;
            mergeCommits: number;
            /** @description Over the commits that are not merges, from when they were authored, whatever definition is asked for. */
            leadTime: {
              p50: number | null;
              p75: number | null;
              p90: number | null;
              mean: number | null;
              sum: number | null;
            };
            /** @description null while it is not finished. */
            failed: boolean | null;
            /** @description What shows that it failed, surest first. */
            failureReasons: {
              rule: string;
              incidentId?: string;
              deploymentId?: string;
              confidence: number;
            }[];
            /** @description What would show it too, but the definition or a person’s verdict does not believe it. */
            doubted: {
              rule: string;
              incidentId?: string;
              deploymentId?: string;
              confidence: number;
            }[];
            /** @description A person’s word on it, where there is one. */
            verdict: {
              failed: boolean;
              by: string;
              reason: string;
              /** Format: date-time */
              at: string;
            } | null;
            rework: boolean | null;
            recoveredAt: string | null;
            url: string | null;
            /** @description Who said so. */
            source: string;
            /**
             * Format: date-time
             * @description When what is said here was true.
             */
            updatedAt: string;
            /** @description What was deployed: an image reference or a package URL. */
            artifact: string | null;
            /** @description Every artifact that it names, and the commit of its build; null where none is known. */
            artifacts: {
              artifact: string;
              repository: string | null;
              sha: string | null;
            }[];
            /** @description Commits that went out with it, of other repositories. */
            alsoBrought: {
              repository: string;
              sha: string;
            }[];
            labels: string[];
            /** @description As it was said; null where nobody said. */
            unplanned: boolean | null;
            /** @description Whether it failed its users, as the deployment itself says; null where it does not. */
            changeFailure: boolean | null;
            /** @description The ids of incidents or deployments that it says it fixes or rolls back. */
            fixes: string[];
            /** @description The incidents that go back to it, by the surest rule that says so; earliest first. */
            incidents: {
              source: string;
              id: string;
              title: string | null;
              severity: string | null;
              /** Format: date-time */
              openedAt: string;
              resolvedAt: string | null;
              url: string | null;
              rule: string;
              confidence: number;
              /** @description false where the definition, or a person’s verdict, does not believe the rule. */
              believed: boolean;
            }[];
            /** @description The failed deployments that it was to mend, and the incidents that it names in `fixes`. */
            fixed: {
              deployments: {
                service: string;
                environment: string;
                id: string;
                rule: string;
                confidence: number;
              }[];
              incidents: {
                source: string;
                id: string;
                title: string | null;
                severity: string | null;
                /** Format: date-time */
                openedAt: string;
                resolvedAt: string | null;
                url: string | null;
              }[];
            };
            /** @description What ended the failure: another deployment, or that an incident was resolved. */
            recoveredBy:
              | (
                  | {
                      deployment: {
                        service: string;
                        environment: string;
                        id: string;
                      };
                    }
                  | {
                      incident: {
                        source: string;
                        id: string;
                      };
                    }
                )
              | null;
            /** @description The id of the deployment before it of this service and environment. */
            previous: string | null;
            /** @description The id of the one after it. */
            next: string | null;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      404: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  listCommitsOfDeployment: {
    parameters: {
      query?: {
        /** @description Items a page, at most 1000. Default: 100; in CSV, which has no pages: every item of the window, from the cursor on. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        format?: 'json' | 'csv';
        /** @description Begin CSV with a byte order mark: without one Excel takes UTF-8 for the characters of the machine’s own language. */
        bom?: boolean;
      };
      header?: never;
      path: {
        service: string;
        environment: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of commits; in CSV all of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              repository: string;
              sha: string;
              /** Format: date-time */
              authoredAt: string;
              merge: boolean;
              /** @description null for a merge: it carries no lead time. */
              leadSeconds: number | null;
            }[];
            /** @description null on the last page. */
            nextCursor: string | null;
          };
          'text/csv': string;
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      404: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  listVerdictsOfDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        service: string;
        environment: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The verdicts. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              /** @description Whether the deployment failed its users; null where the verdict was taken back. */
              failed: boolean | null;
              takenBack: boolean;
              /** @description As whoever said it wished to be named. */
              by: string;
              /** @description null only where a verdict was taken back without one. */
              reason: string | null;
              /** Format: date-time */
              at: string;
            }[];
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  listChanges: {
    parameters: {
      query?: {
        /** @description Start, inclusive. Default: 90 days before `to`. */
        from?: string;
        /** @description End, exclusive. Default: now. */
        to?: string;
        /** @description IANA time zone in which dates are read and periods are cut. */
        timezone?: string;
        /** @description A comma-separated list: only these services. */
        service?: string;
        /** @description A comma-separated list: only services of these teams. */
        team?: string;
        /** @description A comma-separated list: only what comes from these repositories. */
        repository?: string;
        /** @description A comma-separated list: only these environments; the name of a class in throughline.yaml stands for all of its. Default: those that are production. */
        environment?: string;
        /** @description Items a page, at most 1000. Default: 100; in CSV, which has no pages: every item of the window, from the cursor on. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Which definition of the metrics; `GET /v1/definitions` describes each. Default: dora. */
        definition?: string;
        format?: 'json' | 'csv';
        /** @description Begin CSV with a byte order mark: without one Excel takes UTF-8 for the characters of the machine’s own language. */
        bom?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of changes; in CSV all of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              repository: string;
              number: number;
              title: string | null;
              url: string | null;
              firstCommitAt: string | null;
              /** Format: date-time */
              openedAt: string;
              firstReviewAt: string | null;
              /** Format: date-time */
              mergedAt: string;
              deploymentStartedAt: string | null;
              deploymentFinishedAt: string | null;
              /** @description The first to ship it; null while none has. */
              deployment: {
                service: string;
                environment: string;
                id: string;
              } | null;
              stages:
                | {
                    coding: number | null;
                    pickup: number | null;
                    review: number | null;
                    waiting: number | null;
                    deploying: number | null;
                    total: number | null;
                  }
                | {
                    coding: number | null;
                    pickup: number | null;
                    review: number | null;
                    deploy: number | null;
                    cycle: number;
                  };
            }[];
            /** @description null on the last page. */
            nextCursor: string | null;
          };
          'text/csv': string;
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  listIncidents: {
    parameters: {
      query?: {
        /** @description Start, inclusive. Default: 90 days before `to`. */
        from?: string;
        /** @description End, exclusive. Default: now. */
        to?: string;
        /** @description IANA time zone in which dates are read and periods are cut. */
        timezone?: string;
        /** @description A comma-separated list: only these services. */
        service?: string;
        /** @description A comma-separated list: only services of these teams. */
        team?: string;
        /** @description A comma-separated list: only what comes from these repositories. */
        repository?: string;
        /** @description A comma-separated list: only these environments; the name of a class in throughline.yaml stands for all of its. Default: those that are production. */
        environment?: string;
        /** @description Items a page, at most 1000. Default: 100; in CSV, which has no pages: every item of the window, from the cursor on. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description Which definition of the metrics; `GET /v1/definitions` describes each. Default: dora. */
        definition?: string;
        format?: 'json' | 'csv';
        /** @description Begin CSV with a byte order mark: without one Excel takes UTF-8 for the characters of the machine’s own language. */
        bom?: boolean;
        /** @description Only those that go on, or only those that are over. */
        open?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of incidents; in CSV all of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              source: string;
              id: string;
              services: string[];
              environment: string | null;
              severity: string | null;
              /** Format: date-time */
              openedAt: string;
              acknowledgedAt: string | null;
              resolvedAt: string | null;
              causedBy:
                | (
                    | (
                        | {
                            deploymentId: string;
                          }
                        | {
                            sha: string;
                          }
                      )
                    | {
                        version: string;
                      }
                  )
                | null;
              title: string | null;
              url: string | null;
              /** @description The deployments it goes back to, and the rule that says so. */
              links: {
                service: string;
                environment: string;
                deploymentId: string;
                rule: string;
                confidence: number;
              }[];
            }[];
            /** @description null on the last page. */
            nextCursor: string | null;
          };
          'text/csv': string;
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  readIncident: {
    parameters: {
      query?: {
        /** @description Which definition of the metrics; `GET /v1/definitions` describes each. Default: dora. */
        definition?: string;
      };
      header?: never;
      path: {
        source: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The incident. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            source: string;
            id: string;
            services: string[];
            environment: string | null;
            severity: string | null;
            /** Format: date-time */
            openedAt: string;
            acknowledgedAt: string | null;
            resolvedAt: string | null;
            causedBy:
              | (
                  | (
                      | {
                          deploymentId: string;
                        }
                      | {
                          sha: string;
                        }
                    )
                  | {
                      version: string;
                    }
                )
              | null;
            title: string | null;
            url: string | null;
            /** @description The deployments it goes back to, and the rule that says so. */
            links: {
              service: string;
              environment: string;
              deploymentId: string;
              rule: string;
              confidence: number;
            }[];
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      404: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  followCommit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sha: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The commit, in every repository that has it. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              repository: string;
              sha: string;
              parents: string[];
              /** Format: date-time */
              authoredAt: string;
              /** Format: date-time */
              committedAt: string;
              branch: string | null;
              paths: string[];
              shipments: {
                service: string;
                environment: string;
                deploymentId: string;
                /** Format: date-time */
                shippedAt: string;
                /** @description null for a merge: it carries no lead time. */
                leadSeconds: number | null;
              }[];
            }[];
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      404: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  listServices: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The services. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              name: string;
              team: string | null;
              owner: string | null;
              repository: string | null;
              paths: string[];
              tier: number | null;
              runbookUrl: string | null;
              sloUrl: string | null;
              dashboardUrl: string | null;
              onboardedAt: string | null;
              environments: {
                environment: string;
                deployments: number;
                lastDeployedAt: string | null;
              }[];
            }[];
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  listArrivals: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sources that were heard. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              source: string;
              /** @enum {string} */
              type:
                | 'commit'
                | 'artifact'
                | 'change'
                | 'review'
                | 'deployment'
                | 'verdict'
                | 'incident'
                | 'service'
                | 'activity'
                | 'feedback';
              /** @description Of how many things: what was corrected counts once, what was withdrawn not. */
              facts: number;
              /**
               * Format: date-time
               * @description The newest `updatedAt`: when the last of it was true.
               */
              lastEventAt: string;
              /** @description When anything of the kind was received last, from whichever source: deployments and verdicts are of one kind, and so are activity and feedback. */
              lastReceivedAt: string | null;
            }[];
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  listQuarantine: {
    parameters: {
      query?: {
        /** @description Items a page, at most 1000. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        /** @description What nobody has done anything about, what somebody has, or both. */
        state?: 'open' | 'settled' | 'all';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of entries. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              id: string;
              /**
               * Format: date-time
               * @description When it came, or came again.
               */
              receivedAt: string;
              source: string;
              reason: {
                code: string;
                message: string;
              };
              faults: {
                index?: number;
                path: string;
                code: string;
                message: string;
              }[];
              payload: string;
              /** @description Of the payload: `utf8`, or `base64` for what is no text. */
              encoding: string;
              /** @description topic/partition/offset, if it came that far. */
              origin: string | null;
              /** @description What was done about it; null while it is open. */
              settled: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                how: 'sent_again' | 'discarded';
                by: string | null;
                reason: string | null;
              } | null;
            }[];
            /** @description null on the last page. */
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  checkAlertRules: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          /** @description Rules as `alerts` of throughline.yaml has them; `notify` plays no part. Default: those that the server has. */
          alerts?: unknown[];
          /**
           * Format: date-time
           * @description Since when. Default, and the earliest: the start of the month six months ago.
           */
          from?: string;
        };
      };
    };
    responses: {
      /** @description What each rule would have done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            rules: {
              name: string;
              rule: string;
              /** @description How many services, teams or sources it looked at. */
              lookedAt: number;
              episodes: {
                subject: {
                  service: string | null;
                  environment: string | null;
                  team: string | null;
                  source: string | null;
                  deploymentId: string | null;
                };
                severity: string;
                /** Format: date-time */
                startedAt: string;
                /** @description null while it goes on. */
                endedAt: string | null;
                title: string;
              }[];
            }[];
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      413: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  acknowledgeAlert: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Who takes it on, as they wish to be named. Shown with the alert; nothing groups by it. */
          by: string;
          /** @description What is being done. */
          note?: string;
          /**
           * @description The failures are what is to be expected now: what is usual is learnt anew from here on, and the alert ends.
           * @default false
           */
          newNormal?: boolean;
          /**
           * Format: date-time
           * @description When. Default: now. Send it, so that the same request sent twice counts once.
           */
          at?: string;
        };
      };
    };
    responses: {
      /** @description It is kept; whoever decides about the alert hears of it. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            accepted: true;
          };
        };
      };
      400: components['responses']['Problem'];
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      404: components['responses']['Problem'];
      409: components['responses']['Problem'];
      413: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  sendAlertAgain: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        delivery: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is kept; whoever decides about the alert hears of it. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            accepted: true;
          };
        };
      };
      401: components['responses']['Problem'];
      403: components['responses']['Problem'];
      404: components['responses']['Problem'];
      503: components['responses']['Problem'];
    };
  };
  isLive: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It does. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            status: 'live';
          };
        };
      };
    };
  };
  isReady: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It can. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            status: 'ready';
            checks: {
              name: string;
              ok: boolean;
              reason?: string;
            }[];
          };
        };
      };
      503: components['responses']['Problem'];
    };
  };
  scrape: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The metrics. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
    };
  };
  listProblems: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The codes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            problems: {
              code: string;
              status: number;
              title: string;
              /** @description What to do about it. */
              remedy: string;
            }[];
          };
        };
      };
    };
  };
  explainProblem: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The code. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            status: number;
            title: string;
            /** @description What to do about it. */
            remedy: string;
          };
        };
      };
      404: components['responses']['Problem'];
    };
  };
  describeApi: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description An OpenAPI 3.1 document. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
    };
  };
}
