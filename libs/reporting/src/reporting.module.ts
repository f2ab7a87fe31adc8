import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { ClickHouseClient } from '@throughline/store';
import { AlertDeliveriesController } from './alerts/alert-deliveries.controller.js';
import { AlertItems } from './alerts/alert-items.js';
import { AlertReport } from './alerts/alert-report.js';
import { AlertController } from './alerts/alert.controller.js';
import { AlertsReport } from './alerts/alerts-report.js';
import { AlertsController } from './alerts/alerts.controller.js';
import { ArrivalsController } from './arrivals/arrivals.controller.js';
import { BadgeValues } from './badges/badge-values.js';
import { BadgesController } from './badges/badges.controller.js';
import { PublicBadges } from './badges/public-badges.js';
import { ServicesController } from './catalogue/services.controller.js';
import { ChangesReport } from './changes/changes-report.js';
import { ChangesController } from './changes/changes.controller.js';
import { CommitsController } from './commits/commits.controller.js';
import { ListAnswers } from './csv/list-answers.js';
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
import { LIVE_FEED } from './live/live-feed.provider.js';
import { LiveController } from './live/live.controller.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { DeliveryExposition } from './prometheus/delivery-exposition.js';
import { PrometheusController } from './prometheus/prometheus.controller.js';
import { QuarantineController } from './quarantine/quarantine.controller.js';
import { QualityController } from './quality/quality.controller.js';
import { QualityReport } from './quality/quality-report.js';
import type { ReportingOptions } from './reporting-options.js';
import { ReportsModule } from './reports.module.js';
import { StoreUnavailableInterceptor } from './store-unavailable.interceptor.js';
import { VerdictsController } from './verdicts/verdicts.controller.js';

/** The query API: what was stored, as metrics and lists. */
@Module({})
export class ReportingModule {
  static register(client: ClickHouseClient, options: ReportingOptions): DynamicModule {
    return {
      module: ReportingModule,
      imports: [ReportsModule.register(client, options)],
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
        AlertsController,
        AlertDeliveriesController,
        AlertController,
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
        { provide: APP_INTERCEPTOR, useClass: StoreUnavailableInterceptor },
        ListAnswers,
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
        AlertItems,
        AlertsReport,
        AlertReport,
        LIVE_FEED,
      ],
    };
  }
}
