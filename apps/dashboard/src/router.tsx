import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { parseSearch, readAddress, stringifySearch } from './filters/address.js';
import { readAlertHistory } from './pages/alerts/alert-history-address.js';
import { readDeploymentList } from './pages/deployments/deployment-list-address.js';
import { readIncidentList } from './pages/incidents/incident-list-address.js';
import { OverviewPage } from './pages/overview/overview-page.js';
import { Layout } from './shell/layout.js';
import { BrokenPage, NoSuchPage } from './shell/page-problems.js';

const root = createRootRoute({
  component: Layout,
  notFoundComponent: NoSuchPage,
  errorComponent: BrokenPage,
  validateSearch: readAddress,
  search: {
    // A link to another page keeps what the pages are about.
    middlewares: [
      retainSearchParams([
        'last',
        'from',
        'to',
        'interval',
        'groupBy',
        'timezone',
        'definition',
        'service',
        'team',
        'repository',
        'environment',
      ]),
    ],
  },
});

/** Every page but the first is loaded when it is opened (or pointed at). */
const pages = [
  createRoute({ getParentRoute: () => root, path: '/', component: OverviewPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/teams',
    component: lazyRouteComponent(() => import('./pages/teams/teams-page.js'), 'TeamsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/teams/$team',
    component: lazyRouteComponent(() => import('./pages/teams/team-page.js'), 'TeamPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/services',
    component: lazyRouteComponent(
      () => import('./pages/services/services-page.js'),
      'ServicesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/services/$service',
    component: lazyRouteComponent(() => import('./pages/services/service-page.js'), 'ServicePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/deployments',
    validateSearch: readDeploymentList,
    component: lazyRouteComponent(
      () => import('./pages/deployments/deployments-page.js'),
      'DeploymentsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/deployments/$service/$environment/$id',
    component: lazyRouteComponent(
      () => import('./pages/deployments/deployment-page.js'),
      'DeploymentPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/commits/$sha',
    component: lazyRouteComponent(() => import('./pages/commits/commit-page.js'), 'CommitPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/incidents',
    validateSearch: readIncidentList,
    component: lazyRouteComponent(
      () => import('./pages/incidents/incidents-page.js'),
      'IncidentsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/incidents/$source/$id',
    component: lazyRouteComponent(
      () => import('./pages/incidents/incident-page.js'),
      'IncidentPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/alerts',
    component: lazyRouteComponent(() => import('./pages/alerts/alerts-page.js'), 'AlertsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/alerts/history',
    validateSearch: readAlertHistory,
    component: lazyRouteComponent(
      () => import('./pages/alerts/alert-history-page.js'),
      'AlertHistoryPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/alerts/$id',
    component: lazyRouteComponent(() => import('./pages/alert/alert-page.js'), 'AlertPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/quality',
    component: lazyRouteComponent(() => import('./pages/quality/quality-page.js'), 'QualityPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/quality/$check',
    component: lazyRouteComponent(
      () => import('./pages/quality/quality-check-page.js'),
      'QualityCheckPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sources',
    component: lazyRouteComponent(() => import('./pages/sources/sources-page.js'), 'SourcesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/definitions',
    component: lazyRouteComponent(
      () => import('./pages/definitions/definitions-page.js'),
      'DefinitionsPage',
    ),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(pages),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
