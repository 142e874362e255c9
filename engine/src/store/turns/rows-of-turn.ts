import type { KernelCommand, OpenUserTask } from '../../kernel/commands.ts';
import type { DecisionEvaluated, KernelFact } from '../../kernel/facts.ts';
import type { AuditEntry } from '../audit/entry.ts';
import { evaluatedInputs, matchedRules } from '../decision-instances/evaluated-decision.ts';
import { auditOfTurn } from '../audit/audit-of-turn.ts';
import type { Turn } from './turn.ts';

type Row = Record<string, unknown>;

/** The document that the SQL function `project_turn` takes: rows in the columns' names; a list that would be empty is absent. */
export interface TurnDocument {
  starts?: Row[];
  wants_keys?: true;
  /** Messages to lock before anything else is written. */
  locks?: Row[];
  entered?: Row[];
  left?: Row[];
  variables?: Row[];
  tasks_opened?: Row[];
  tasks_closed?: Row[];
  jobs_created?: Row[];
  jobs_updated?: Row[];
  jobs_closed?: Row[];
  timers_armed?: Row[];
  timers_gone?: string[];
  decisions?: Row[];
  incidents_raised?: Row[];
  incidents_closed?: Row[];
  correlated?: Row;
  subscriptions_opened?: Row[];
  subscriptions_closed?: Row[];
  messages?: Row[];
  flows?: string[];
  finish?: 'COMPLETED' | 'TERMINATED';
  audit: readonly AuditEntry[];
}

type Lists = { [Name in keyof TurnDocument as NonNullable<TurnDocument[Name]> extends Row[] ? Name : never]?: Row[] };

/** Sorts a turn's commands and facts into rows. Pure: what only the database knows (definition, root, form version) is filled in there. */
export function rowsOfTurn(turn: Turn): TurnDocument {
  const document: TurnDocument = { audit: auditOfTurn(turn) };
  const [event] = turn.events;
  if (event?.type === 'timer fired') document.timers_gone = [event.timerKey];
  if (event?.type === 'message correlated') document.correlated = { message_key: event.messageKey, subscription_key: event.subscriptionKey };
  addFacts(document, turn.facts);
  for (const command of turn.commands) addCommand(document, command, turn.at);
  return document;
}

function add(document: TurnDocument, list: keyof Lists, row: Row): void {
  (document[list] ??= []).push(row);
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

function addFacts(document: TurnDocument, facts: readonly KernelFact[]): void {
  const entered = new Map<string, Row>();
  const variables = new Map<string, Row>();
  const flows = new Set<string>();
  for (const fact of facts) {
    switch (fact.type) {
      case 'element entered':
        entered.set(fact.elementInstanceKey, {
          element_instance_key: fact.elementInstanceKey, element_id: fact.elementId, element_name: fact.elementName ?? fact.elementId, type: fact.elementType, state: 'ACTIVE',
          scope_key: fact.scopeKey,
        });
        break;
      case 'element completed':
      case 'element terminated': {
        const state = fact.type === 'element completed' ? 'COMPLETED' : 'TERMINATED';
        const row = entered.get(fact.elementInstanceKey);
        if (row) row['state'] = state;
        else add(document, 'left', { element_instance_key: fact.elementInstanceKey, state });
        break;
      }
      case 'flow taken':
        flows.add(fact.flowId);
        break;
      case 'variable set':
        variables.set(`${fact.scopeKey} ${fact.name}`, {
          variable_key: fact.variableKey, scope_key: fact.scopeKey, name: fact.name, value: JSON.stringify(fact.new),
        });
        break;
      case 'decision evaluated':
        addDecision(document, fact);
        break;
      case 'expression warning':
        break;
      default:
        fact satisfies never;
    }
  }
  if (entered.size > 0) document.entered = [...entered.values()];
  if (variables.size > 0) document.variables = [...variables.values()];
  if (flows.size > 0) document.flows = [...flows];
}

function addDecision(document: TurnDocument, fact: DecisionEvaluated): void {
  fact.evaluations.forEach((evaluation, index) => {
    add(document, 'decisions', {
      decision_evaluation_key: fact.decisionInstanceKey, position: index + 1, decision_id: evaluation.decisionId, decision_name: evaluation.decisionName,
      decision_type: evaluation.decisionType, decision_requirements_key: fact.decisionRequirementsKey, root_decision_definition_key: fact.decisionDefinitionKey,
      root_version: fact.decisionVersion, element_instance_key: fact.elementInstanceKey, element_id: fact.elementId, failure: evaluation.failure,
      result: JSON.stringify(evaluation.output), inputs: JSON.stringify(evaluatedInputs(evaluation)), rules: JSON.stringify(matchedRules(evaluation)),
    });
  });
}

function addCommand(document: TurnDocument, command: KernelCommand, at: number): void {
  switch (command.type) {
    case 'open user task':
      return add(document, 'tasks_opened', taskRow(command));
    case 'close user task':
      return add(document, 'tasks_closed', {
        user_task_key: command.userTaskKey, state: command.outcome === 'completed' ? 'COMPLETED' : 'CANCELED', action: command.action,
      });
    case 'create job':
      return add(document, 'jobs_created', {
        job_key: command.jobKey, type: command.jobType, retries: command.retries, custom_headers: JSON.stringify(command.headers), element_id: command.elementId,
        element_instance_key: command.elementInstanceKey,
      });
    case 'update job':
      return add(document, 'jobs_updated', {
        job_key: command.jobKey, state: command.state === 'failed' ? 'FAILED' : 'RETRIES_UPDATED', retries: command.retries,
        activatable_at: iso(command.activatableAt), error_message: command.errorMessage,
      });
    case 'close job':
      return add(document, 'jobs_closed', { job_key: command.jobKey, state: jobStates[command.outcome], error_code: command.errorCode });
    case 'arm timer':
      return add(document, 'timers_armed', {
        timer_key: command.timerKey, element_instance_key: command.elementInstanceKey, element_id: command.elementId, due_at: iso(command.dueAt),
      });
    case 'disarm timer':
      (document.timers_gone ??= []).push(command.timerKey);
      return;
    case 'open subscription':
      add(document, 'locks', { name: command.messageName, correlation_key: command.correlationKey });
      return add(document, 'subscriptions_opened', {
        message_subscription_key: command.subscriptionKey, element_id: command.elementId, element_instance_key: command.elementInstanceKey,
        message_name: command.messageName, correlation_key: command.correlationKey,
      });
    case 'close subscription':
      return add(document, 'subscriptions_closed', {
        message_subscription_key: command.subscriptionKey, state: command.outcome === 'correlated' ? 'CORRELATED' : 'DELETED',
      });
    case 'publish message':
      add(document, 'locks', { name: command.name, correlation_key: command.correlationKey });
      return add(document, 'messages', {
        message_key: command.messageKey, name: command.name, correlation_key: command.correlationKey, message_id: command.messageId,
        variables: JSON.stringify(command.variables), expires_at: iso(at + command.timeToLive),
      });
    case 'start instance':
      return add(document, 'starts', { element_instance_key: command.elementInstanceKey, process_definition_key: command.processDefinitionKey });
    case 'raise incident':
      return add(document, 'incidents_raised', {
        incident_key: command.incidentKey, element_id: command.elementId, element_instance_key: command.elementInstanceKey, job_key: command.jobKey,
        error_type: command.incidentType, error_message: command.message,
      });
    case 'close incident':
      return add(document, 'incidents_closed', { incident_key: command.incidentKey });
    case 'draw keys':
      document.wants_keys = true;
      return;
    case 'finish':
      document.finish = command.outcome.type === 'completed' ? 'COMPLETED' : 'TERMINATED';
      return;
    case 'cancel instance':
    case 'resolve definition':
      return;
    default:
      command satisfies never;
  }
}

const jobStates = { completed: 'COMPLETED', canceled: 'CANCELED', 'error thrown': 'ERROR_THROWN' } as const;

function taskRow(command: OpenUserTask): Row {
  const form = command.form?.type === 'form' ? command.form : null;
  return {
    user_task_key: command.userTaskKey, element_instance_key: command.elementInstanceKey, element_id: command.elementId, name: command.name,
    assignee: command.assignee, candidate_groups: command.candidateGroups, candidate_users: command.candidateUsers, due_date: iso(command.dueAt),
    follow_up_date: iso(command.followUpAt), priority: command.priority, form_id: form?.formId ?? null, form_binding: form?.binding.type ?? null,
    form_version_tag: form?.binding.type === 'version tag' ? form.binding.versionTag : null,
    external_form_reference: command.form?.type === 'external' ? command.form.reference : null, custom_headers: JSON.stringify(command.headers),
  };
}
