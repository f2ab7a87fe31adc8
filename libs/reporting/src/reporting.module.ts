import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { ClickHouseClient } from '@throughline/store';
import { ArrivalsController } from './arrivals/arrivals.controller.js';
import { BadgeValues } from './badges/badge-values.js';
import { BadgesController } from './badges/badges.controller.js';
import { PublicBadges } from './badges/public-badges.js';
import { CatalogueReader } from './catalogue/catalogue-reader.js';
import { ServicesController } from './catalogue/services.controller.js';
import { ChangesReport } from './changes/changes-report.js';
import { ChangesController } from './changes/changes.controller.js';
import { CommitsController } from './commits/commits.controller.js';
import { ListAnswers } from './csv/list-answers.js';
import { Definitions } from './definitions/definitions.js';
import { DefinitionsController } from './definitions/definitions.controller.js';
import { DeploymentCommits } from './deployments/deployment-commits.js';
import { DeploymentItems } from './deployments/deployment-items.js';
import { DeploymentReport } from './deployments/deployment-report.js';
import { DeploymentController } from './deployments/deployment.controller.js';
import { DeploymentsReport } from './deployments/deployments-report.js';
import { DeploymentsController } from './deployments/deployments.controller.js';
import { JudgedDeployments } from './deployments/judged-deployments.js';
import { CommitItems } from './explain/commit-items.js';
import { DeploymentNumbers } from './explain/deployment-numbers.js';
import { ExplainController } from './explain/explain.controller.js';
import { ExplainReport } from './explain/explain-report.js';
import { IncidentController } from './incidents/incident.controller.js';
import { IncidentsReport } from './incidents/incidents-report.js';
import { IncidentsController } from './incidents/incidents.controller.js';
import { Judgements } from './judgements.js';
import { LIVE_FEED } from './live/live-feed.provider.js';
import { LiveController } from './live/live.controller.js';
import { JourneyReader } from './metrics/journeys.js';
import { StoreMemory } from './memory/store-memory.js';
import { MemberRows } from './metrics/member-rows.js';
import { MetricsReport } from './metrics/metrics-report.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { RowSource } from './metrics/row-source.js';
import { DeliveryExposition } from './prometheus/delivery-exposition.js';
import { PrometheusController } from './prometheus/prometheus.controller.js';
import { QuarantineController } from './quarantine/quarantine.controller.js';
import { QualityController } from './quality/quality.controller.js';
import { QualityReport } from './quality/quality-report.js';
import { REPORTING_OPTIONS, type ReportingOptions, STORE_CLIENT } from './reporting-options.js';
import { StoreUnavailableInterceptor } from './store-unavailable.interceptor.js';
import { VerdictsController } from './verdicts/verdicts.controller.js';

/** The query API: what was stored, as metrics and lists. */
@Module({})
export class ReportingModule {
  static register(client: ClickHouseClient, options: ReportingOptions): DynamicModule {
    return {
      module: ReportingModule,
      controllers: [
        MetricsController,
        QualityController,
        ExplainController,
        DeploymentsController,
        DeploymentController,
        VerdictsController,
        ChangesController,
        IncidentsController,
        IncidentController,
        CommitsController,
        BadgesController,
        PrometheusController,
        ServicesController,
        DefinitionsController,
        QuarantineController,
        ArrivalsController,
        LiveController,
      ],
      providers: [
        { provide: STORE_CLIENT, useValue: client },
        { provide: REPORTING_OPTIONS, useValue: options },
        { provide: APP_INTERCEPTOR, useClass: StoreUnavailableInterceptor },
        StoreMemory,
        CatalogueReader,
        ListAnswers,
        Definitions,
        Judgements,
        JourneyReader,
        RowSource,
        MemberRows,
        MetricsReport,
        BadgeValues,
        DeliveryExposition,
        PublicBadges,
        QualityReport,
        CommitItems,
        ExplainReport,
        DeploymentNumbers,
        DeploymentItems,
        DeploymentsReport,
        DeploymentReport,
        JudgedDeployments,
        DeploymentCommits,
        ChangesReport,
        IncidentsReport,
        LIVE_FEED,
      ],
    };
  }
}
