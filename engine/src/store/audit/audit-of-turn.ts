import type { KernelCommand } from '../../kernel/commands.ts';
import type { KernelFact } from '../../kernel/facts.ts';
import type { Json } from '../../kernel/json.ts';
import type { StepEvent } from '../turns/step-events.ts';
import type { Turn } from '../turns/turn.ts';
import type { AuditEntry } from './entry.ts';

/**
 * The audit lines of a turn: first what was done and by whom, with the way the tokens went in `details.path`; then one line for each variable
 * set (old and new value), decision evaluated, task opened or canceled, incident, and the end of the instance.
 */
export function auditOfTurn(turn: Turn): AuditEntry[] {
  const [event] = turn.events;
  if (!event) throw new Error('a turn begins with an external event');
  const entries: AuditEntry[] = [{ ...deed(turn, event), details: details(event, turn.facts) }];
  for (const fact of turn.facts) {
    const entry = entryOfFact(fact);
    if (entry) entries.push(entry);
  }
  for (const command of turn.commands) {
    const entry = entryOfCommand(command, event, turn.processInstanceKey);
    if (entry) entries.push(entry);
  }
  return entries;
}

function deed(turn: Turn, event: StepEvent): AuditEntry {
  const instance = { category: 'DEPLOYED_RESOURCES', entity_type: 'PROCESS_INSTANCE', entity_key: turn.processInstanceKey } as const;
  switch (event.type) {
    case 'instance started':
      return { ...instance, operation_type: 'CREATE' };
    case 'cancel requested':
      return { ...instance, operation_type: 'CANCEL', ...(event.reason !== undefined && { reason: event.reason }) };
    case 'user task completed':
      return { category: 'USER_TASKS', entity_type: 'USER_TASK', entity_key: event.userTaskKey, operation_type: 'COMPLETE', user_task_key: event.userTaskKey };
    case 'job completed':
      return { ...jobEntry(event.jobKey), operation_type: 'COMPLETE' };
    case 'job failed':
    case 'job error thrown':
      return { ...jobEntry(event.jobKey), operation_type: 'UPDATE', result: 'FAIL' };
    case 'job retries updated':
      return { ...jobEntry(event.jobKey), operation_type: 'UPDATE' };
    case 'incident resolved':
      return { category: 'DEPLOYED_RESOURCES', entity_type: 'INCIDENT', entity_key: event.incidentKey, operation_type: 'RESOLVE' };
    case 'timer fired':
    case 'message correlated':
    case 'definition resolved':
    case 'called instance ended':
    case 'variables updated':
    case 'keys granted':
      return { ...instance, operation_type: 'UPDATE' };
    default:
      return event satisfies never;
  }
}

function jobEntry(jobKey: string) {
  return { category: 'DEPLOYED_RESOURCES', entity_type: 'JOB', entity_key: jobKey, job_key: jobKey } as const;
}

/** The event without its variables, which have lines of their own, and what is pinned; and the way of the tokens. */
function details(event: StepEvent, facts: readonly KernelFact[]): string {
  const { id: _id, at: _at, type, variables: _variables, pinned: _pinned, outcome, ...data } = event as StepEvent & { pinned?: unknown; variables?: Json; outcome?: { type?: string } };
  const path: string[] = [];
  const warnings: Json[] = [];
  for (const fact of facts) {
    if (fact.type === 'element entered') path.push(`entered ${fact.elementId} ${fact.elementInstanceKey}`);
    else if (fact.type === 'element completed') path.push(`completed ${fact.elementId} ${fact.elementInstanceKey}`);
    else if (fact.type === 'element terminated') path.push(`terminated ${fact.elementId} ${fact.elementInstanceKey}`);
    else if (fact.type === 'flow taken') path.push(`flow ${fact.flowId}`);
    else if (fact.type === 'expression warning') warnings.push({ elementId: fact.elementId, expression: fact.expression, message: fact.message });
  }
  return JSON.stringify({ event: type, ...data, ...(outcome?.type !== undefined && { outcome: outcome.type }), path, ...(warnings.length > 0 && { warnings }) });
}

function entryOfFact(fact: KernelFact): AuditEntry | undefined {
  if (fact.type === 'variable set') {
    return {
      category: 'DEPLOYED_RESOURCES', entity_type: 'VARIABLE', entity_key: fact.variableKey, operation_type: fact.old === undefined ? 'CREATE' : 'UPDATE',
      entity_description: fact.name, element_instance_key: fact.scopeKey, ...(fact.old !== undefined && { old_value: JSON.stringify(fact.old) }),
      new_value: JSON.stringify(fact.new),
    };
  }
  if (fact.type === 'decision evaluated') {
    return {
      category: 'DEPLOYED_RESOURCES', entity_type: 'DECISION', entity_key: fact.decisionInstanceKey, operation_type: 'EVALUATE', result: fact.failure === null ? 'SUCCESS' : 'FAIL',
      entity_description: fact.decisionId, element_instance_key: fact.elementInstanceKey, element_id: fact.elementId, decision_evaluation_key: fact.decisionInstanceKey,
      decision_definition_key: fact.decisionDefinitionKey, decision_definition_id: fact.decisionId, decision_requirements_key: fact.decisionRequirementsKey,
      details: JSON.stringify({ version: fact.decisionVersion, failure: fact.failure, evaluations: fact.evaluations }), new_value: JSON.stringify(fact.output),
    };
  }
  return undefined;
}

function entryOfCommand(command: KernelCommand, event: StepEvent, processInstanceKey: string): AuditEntry | undefined {
  const resources = { category: 'DEPLOYED_RESOURCES' } as const;
  if (command.type === 'open user task') {
    const { assignee, candidateGroups, candidateUsers, dueAt, priority } = command;
    return {
      category: 'USER_TASKS', entity_type: 'USER_TASK', entity_key: command.userTaskKey, operation_type: 'CREATE', entity_description: command.name,
      user_task_key: command.userTaskKey, element_instance_key: command.elementInstanceKey, element_id: command.elementId,
      new_value: JSON.stringify({ assignee, candidateGroups, candidateUsers, dueDate: dueAt === null ? null : new Date(dueAt).toISOString(), priority, form: command.form }),
    };
  }
  if (command.type === 'close user task' && command.outcome === 'canceled') {
    return { category: 'USER_TASKS', entity_type: 'USER_TASK', entity_key: command.userTaskKey, operation_type: 'CANCEL', user_task_key: command.userTaskKey };
  }
  if (command.type === 'raise incident') {
    return {
      ...resources, entity_type: 'INCIDENT', entity_key: command.incidentKey, operation_type: 'CREATE', entity_description: command.incidentType,
      element_instance_key: command.elementInstanceKey, element_id: command.elementId, details: JSON.stringify({ message: command.message }),
      ...(command.jobKey !== null && { job_key: command.jobKey }),
    };
  }
  if (command.type === 'close incident' && !(event.type === 'incident resolved' && event.incidentKey === command.incidentKey)) {
    return { ...resources, entity_type: 'INCIDENT', entity_key: command.incidentKey, operation_type: command.outcome === 'resolved' ? 'RESOLVE' : 'CANCEL' };
  }
  if (command.type === 'finish') {
    return {
      ...resources, entity_type: 'PROCESS_INSTANCE', entity_key: processInstanceKey, operation_type: command.outcome.type === 'completed' ? 'COMPLETE' : 'CANCEL',
      details: JSON.stringify({ event: 'instance ended', outcome: command.outcome.type }),
    };
  }
  return undefined;
}
