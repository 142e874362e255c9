import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect, stripSearchParams } from '@tanstack/react-router';
import { Crashed } from './crash-boundary.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { Shell } from './shell.tsx';
import * as search from './search-params.ts';

const rootRoute = createRootRouteWithContext<{ client: QueryClient }>()({ component: Shell, notFoundComponent: NotFoundPage });
const getParentRoute = () => rootRoute;

const home = createRoute({ getParentRoute, path: '/', beforeLoad: () => Promise.reject(redirect({ to: '/inbox', replace: true })) });

const inbox = createRoute({
  getParentRoute,
  path: '/inbox',
  validateSearch: search.inbox,
  search: { middlewares: [stripSearchParams(search.inboxDefaults)] },
  component: lazyRouteComponent(() => import('../inbox/inbox-page.tsx'), 'InboxPage'),
});
const task = createRoute({ getParentRoute, path: '/tasks/$userTaskKey', component: lazyRouteComponent(() => import('../inbox/task-page.tsx'), 'TaskPage') });
const catalogue = createRoute({ getParentRoute, path: '/start', component: lazyRouteComponent(() => import('../inbox/catalogue-page.tsx'), 'CataloguePage') });
const startForm = createRoute({ getParentRoute, path: '/start/$processDefinitionId', component: lazyRouteComponent(() => import('../inbox/start-page.tsx'), 'StartPage') });
const requests = createRoute({
  getParentRoute,
  path: '/requests',
  validateSearch: search.requests,
  search: { middlewares: [stripSearchParams(search.requestsDefaults)] },
  component: lazyRouteComponent(() => import('../inbox/requests-page.tsx'), 'RequestsPage'),
});

const instances = createRoute({
  getParentRoute,
  path: '/instances',
  validateSearch: search.instances,
  search: { middlewares: [stripSearchParams(search.instancesDefaults)] },
  component: lazyRouteComponent(() => import('../operations/instances-page.tsx'), 'InstancesPage'),
});
const instance = createRoute({ getParentRoute, path: '/instances/$processInstanceKey', component: lazyRouteComponent(() => import('../operations/instance-page.tsx'), 'InstancePage') });
const incidents = createRoute({ getParentRoute, path: '/incidents', component: lazyRouteComponent(() => import('../operations/incidents-page.tsx'), 'IncidentsPage') });

const design = createRoute({
  getParentRoute,
  path: '/design',
  validateSearch: search.design,
  search: { middlewares: [stripSearchParams(search.designDefaults)] },
  component: lazyRouteComponent(() => import('../studio/definitions-page.tsx'), 'DefinitionsPage'),
});
const designProcess = createRoute({ getParentRoute, path: '/design/processes/$processDefinitionKey', component: lazyRouteComponent(() => import('../studio/process-page.tsx'), 'ProcessPage') });
const designDecision = createRoute({ getParentRoute, path: '/design/decisions/$decisionDefinitionKey', component: lazyRouteComponent(() => import('../studio/decision-page.tsx'), 'DecisionPage') });
const designForm = createRoute({ getParentRoute, path: '/design/forms/$formKey', component: lazyRouteComponent(() => import('../studio/form-page.tsx'), 'FormPage') });

const audit = createRoute({
  getParentRoute,
  path: '/audit',
  validateSearch: search.audit,
  search: { middlewares: [stripSearchParams(search.auditDefaults)] },
  component: lazyRouteComponent(() => import('../governance/audit-page.tsx'), 'AuditPage'),
});

const routeTree = rootRoute.addChildren([home, inbox, task, catalogue, startForm, requests, instances, instance, incidents, design, designProcess, designDecision, designForm, audit]);

export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: ({ error }) => <Crashed error={error instanceof Error ? error : new Error(String(error))} />,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
