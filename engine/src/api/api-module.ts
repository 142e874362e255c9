import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CallerGuard } from './access/caller-guard.ts';
import { ApiTokensController } from './api-tokens/api-tokens.controller.ts';
import { AuditLogsController } from './audit-logs/audit-logs.controller.ts';
import { CatalogueController } from './catalogue/catalogue.controller.ts';
import { ClockController } from './clock/clock.controller.ts';
import { ClusterController } from './cluster/cluster.controller.ts';
import { DecisionDefinitionsController } from './decision-definitions/decision-definitions.controller.ts';
import { DecisionInstancesController } from './decision-instances/decision-instances.controller.ts';
import { DecisionRequirementsController } from './decision-requirements/decision-requirements.controller.ts';
import { DeploymentsController } from './deployments/deployments.controller.ts';
import { DirectoryController } from './directory/directory.controller.ts';
import { ElementInstancesController } from './element-instances/element-instances.controller.ts';
import { EventsController } from './events/events.controller.ts';
import { FormsController } from './forms/forms.controller.ts';
import { InboxController } from './inbox/inbox.controller.ts';
import { IncidentsController } from './incidents/incidents.controller.ts';
import { InstancePagesController } from './instance-pages/instance-pages.controller.ts';
import { JobsController } from './jobs/jobs.controller.ts';
import { MessagesController } from './messages/messages.controller.ts';
import { ProcessDefinitionsController } from './process-definitions/process-definitions.controller.ts';
import { ProcessInstancesController } from './process-instances/process-instances.controller.ts';
import { SERVICES, type Services } from './services.ts';
import { SessionsController } from './sessions/sessions.controller.ts';
import { TaskCardsController } from './task-cards/task-cards.controller.ts';
import { UserTasksController } from './user-tasks/user-tasks.controller.ts';
import { VariablesController } from './variables/variables.controller.ts';

/** A controller for each noun. */
export const controllers: Type[] = [
  ClusterController, SessionsController, ClockController, DeploymentsController, ProcessDefinitionsController, ProcessInstancesController, ElementInstancesController, UserTasksController,
  FormsController, VariablesController, MessagesController, DecisionDefinitionsController, DecisionRequirementsController, DecisionInstancesController, IncidentsController, JobsController,
  AuditLogsController, CatalogueController, InboxController, TaskCardsController, InstancePagesController, EventsController, DirectoryController, ApiTokensController,
];

@Module({})
class ApiModule {}

export function apiModule(services: Services): DynamicModule {
  return { module: ApiModule, controllers, providers: [{ provide: SERVICES, useValue: services }, { provide: APP_GUARD, useClass: CallerGuard }] };
}
