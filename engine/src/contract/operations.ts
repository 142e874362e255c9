import { apiTokenOperations } from './api-tokens.ts';
import { auditLogOperations } from './audit-logs.ts';
import { authenticationOperations } from './authentication.ts';
import { catalogueOperations } from './catalogue.ts';
import { clockOperations } from './clock.ts';
import { clusterOperations } from './cluster.ts';
import { decisionDefinitionOperations } from './decision-definitions.ts';
import { decisionInstanceOperations } from './decision-instances.ts';
import { decisionRequirementsOperations } from './decision-requirements.ts';
import { deploymentOperations } from './deployments.ts';
import { directoryOperations } from './directory.ts';
import { elementInstanceOperations } from './element-instances.ts';
import { eventOperations } from './events.ts';
import { formOperations } from './forms.ts';
import { inboxOperations } from './inbox.ts';
import { incidentOperations } from './incidents.ts';
import { instancePageOperations } from './instance-pages.ts';
import { jobOperations } from './jobs.ts';
import { messageOperations } from './messages.ts';
import type { Operation } from './operation.ts';
import { processDefinitionOperations } from './process-definitions.ts';
import { processInstanceOperations } from './process-instances.ts';
import { requestOperations } from './requests.ts';
import { sessionOperations } from './sessions.ts';
import { taskCardOperations } from './task-cards.ts';
import { userTaskOperations } from './user-tasks.ts';
import { variableOperations } from './variables.ts';

/** Every operation that is done, by its id. */
export const operations = {
  ...clusterOperations,
  ...authenticationOperations,
  ...sessionOperations,
  ...clockOperations,
  ...deploymentOperations,
  ...processDefinitionOperations,
  ...processInstanceOperations,
  ...elementInstanceOperations,
  ...userTaskOperations,
  ...formOperations,
  ...variableOperations,
  ...messageOperations,
  ...decisionDefinitionOperations,
  ...decisionRequirementsOperations,
  ...decisionInstanceOperations,
  ...incidentOperations,
  ...jobOperations,
  ...auditLogOperations,
  ...catalogueOperations,
  ...requestOperations,
  ...directoryOperations,
  ...inboxOperations,
  ...taskCardOperations,
  ...instancePageOperations,
  ...eventOperations,
  ...apiTokenOperations,
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;
