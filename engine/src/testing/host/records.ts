import type { KernelCommand } from '../../kernel/index.ts';
import type { HeldInstance } from './held-instance.ts';
import type { IncidentView, JobView, SubscriptionView, TimerView, UserTaskView } from './views.ts';

/** What commands have opened and closed, by key. */
export class Records {
  readonly userTasks = new Map<string, UserTaskView>();
  readonly jobs = new Map<string, JobView>();
  readonly incidents = new Map<string, IncidentView>();
  readonly timers = new Map<string, TimerView>();
  readonly subscriptions = new Map<string, SubscriptionView>();

  /** Takes down what a command opens or closes. */
  write(instance: HeldInstance, command: KernelCommand): void {
    const about = { instanceKey: instance.key, processId: instance.model.processId };
    switch (command.type) {
      case 'open user task': {
        const { type: _, userTaskKey: key, ...task } = command;
        this.userTasks.set(key, { ...about, ...task, key, state: 'created' });
        return;
      }
      case 'close user task':
        return change(this.userTasks, command.userTaskKey, { state: command.outcome });
      case 'create job': {
        const { type: _, jobKey: key, jobType, ...job } = command;
        this.jobs.set(key, { ...about, ...job, key, type: jobType, state: 'created', activatableAt: 0 });
        return;
      }
      case 'update job':
        return change(this.jobs, command.jobKey, { state: command.state, retries: command.retries, activatableAt: command.activatableAt });
      case 'close job':
        return change(this.jobs, command.jobKey, { state: command.outcome });
      case 'raise incident': {
        const { incidentKey: key, incidentType: type, message, elementId, elementInstanceKey } = command;
        this.incidents.set(key, { ...about, key, type, message, elementId, elementInstanceKey, state: 'active' });
        return;
      }
      case 'close incident':
        return change(this.incidents, command.incidentKey, { state: command.outcome });
      case 'arm timer':
        this.timers.set(command.timerKey, { key: command.timerKey, instanceKey: instance.key, elementId: command.elementId, dueAt: command.dueAt });
        return;
      case 'disarm timer':
        this.timers.delete(command.timerKey);
        return;
      case 'open subscription': {
        const { subscriptionKey: key, elementId, messageName, correlationKey } = command;
        this.subscriptions.set(key, { key, instanceKey: instance.key, elementId, messageName, correlationKey, state: 'waiting', correlations: 0 });
        return;
      }
      case 'close subscription':
        return change(this.subscriptions, command.subscriptionKey, { state: command.outcome });
      case 'start instance':
      case 'cancel instance':
      case 'resolve definition':
      case 'publish message':
      case 'draw keys':
      case 'finish':
        return;
    }
  }

  /** A message has come to a subscription, which may stay open. */
  correlated(key: string): void {
    const subscription = this.subscriptions.get(key);
    if (subscription) this.subscriptions.set(key, { ...subscription, correlations: subscription.correlations + 1 });
  }
}

function change<T extends object>(records: Map<string, T>, key: string, changed: Partial<T>): void {
  const record = records.get(key);
  if (record) records.set(key, { ...record, ...changed });
}
