import { Controller, Inject } from '@nestjs/common';
import { operations } from '../../contract/index.ts';
import { Asks, Route } from '../http/route.ts';
import { SERVICES, type Services } from '../services.ts';
import type { Asked } from '../verb.ts';
import { assignUserTask } from './assign-user-task.ts';
import { completeUserTask } from './complete-user-task.ts';
import { getUserTask } from './get-user-task.ts';
import { getUserTaskForm } from './get-user-task-form.ts';
import { searchUserTaskAuditLogs } from './search-user-task-audit-logs.ts';
import { searchUserTaskEffectiveVariables } from './search-user-task-effective-variables.ts';
import { searchUserTaskVariables } from './search-user-task-variables.ts';
import { searchUserTasks } from './search-user-tasks.ts';
import { unassignUserTask } from './unassign-user-task.ts';
import { updateUserTask } from './update-user-task.ts';

@Controller()
export class UserTasksController {
  private readonly services: Services;

  constructor(@Inject(SERVICES) services: Services) {
    this.services = services;
  }

  @Route(operations.searchUserTasks)
  searchUserTasks(@Asks() asked: Asked<'searchUserTasks'>) {
    return searchUserTasks(this.services, asked);
  }

  @Route(operations.getUserTask)
  getUserTask(@Asks() asked: Asked<'getUserTask'>) {
    return getUserTask(this.services, asked);
  }

  @Route(operations.updateUserTask)
  updateUserTask(@Asks() asked: Asked<'updateUserTask'>) {
    return updateUserTask(this.services, asked);
  }

  @Route(operations.assignUserTask)
  assignUserTask(@Asks() asked: Asked<'assignUserTask'>) {
    return assignUserTask(this.services, asked);
  }

  @Route(operations.unassignUserTask)
  unassignUserTask(@Asks() asked: Asked<'unassignUserTask'>) {
    return unassignUserTask(this.services, asked);
  }

  @Route(operations.completeUserTask)
  completeUserTask(@Asks() asked: Asked<'completeUserTask'>) {
    return completeUserTask(this.services, asked);
  }

  @Route(operations.getUserTaskForm)
  getUserTaskForm(@Asks() asked: Asked<'getUserTaskForm'>) {
    return getUserTaskForm(this.services, asked);
  }

  @Route(operations.searchUserTaskVariables)
  searchUserTaskVariables(@Asks() asked: Asked<'searchUserTaskVariables'>) {
    return searchUserTaskVariables(this.services, asked);
  }

  @Route(operations.searchUserTaskEffectiveVariables)
  searchUserTaskEffectiveVariables(@Asks() asked: Asked<'searchUserTaskEffectiveVariables'>) {
    return searchUserTaskEffectiveVariables(this.services, asked);
  }

  @Route(operations.searchUserTaskAuditLogs)
  searchUserTaskAuditLogs(@Asks() asked: Asked<'searchUserTaskAuditLogs'>) {
    return searchUserTaskAuditLogs(this.services, asked);
  }
}
