import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** A 64-bit key or position as a decimal string; the driver reads `bigint` so. */
export type Key = string;

/** A `timestamptz(3)`: read as an ISO string in UTC with milliseconds and Z, written as such a string or a Date. */
export type Instant = ColumnType<string, string | Date, string | Date>;
export type NullableInstant = ColumnType<string | null, string | Date | null | undefined, string | Date | null>;
export type DefaultedInstant = ColumnType<string, string | Date | undefined, string | Date>;

/** Every table by name, column for column as the migrations make them (`schema.itest.ts` compares). */
export interface Database {
  tenants: TenantsTable;
  tenant_clocks: TenantClocksTable;
  requests: RequestsTable;
  step_log: StepLogTable;
  definition_contents: DefinitionContentsTable;
  payloads: PayloadsTable;
  deployments: DeploymentsTable;
  deployment_resources: DeploymentResourcesTable;
  process_definitions: ProcessDefinitionsTable;
  decision_requirements: DecisionRequirementsTable;
  decision_definitions: DecisionDefinitionsTable;
  forms: FormsTable;
  filterable_variables: FilterableVariablesTable;
  message_start_subscriptions: MessageStartSubscriptionsTable;
  timer_starts: TimerStartsTable;
  process_instances: ProcessInstancesTable;
  element_instances: ElementInstancesTable;
  variables: VariablesTable;
  user_tasks: UserTasksTable;
  user_task_candidates: UserTaskCandidatesTable;
  user_task_variables: UserTaskVariablesTable;
  jobs: JobsTable;
  timers: TimersTable;
  message_subscriptions: MessageSubscriptionsTable;
  messages: MessagesTable;
  correlations: CorrelationsTable;
  incidents: IncidentsTable;
  decision_instances: DecisionInstancesTable;
  audit_streams: AuditStreamsTable;
  audit_log: AuditLogTable;
  seals: SealsTable;
  outbox: OutboxTable;
  users: UsersTable;
  group_memberships: GroupMembershipsTable;
  role_assignments: RoleAssignmentsTable;
  sessions: SessionsTable;
  api_tokens: ApiTokensTable;
}

export interface TenantsTable {
  tenant_id: string;
  name: string;
  is_test: Generated<boolean>;
  created_at: DefaultedInstant;
}

export interface TenantClocksTable {
  tenant_id: string;
  pinned_at: NullableInstant;
  updated_at: DefaultedInstant;
}

export interface RequestsTable {
  tenant_id: string;
  request_id: string;
  operation: string;
  actor_type: string;
  actor_id: string;
  actor_name: string;
  body_digest: string;
  process_instance_key: Key | null;
  command: string;
  at: Instant;
  sent_at: Instant;
  answer: string | null;
  settled_at: NullableInstant;
}

export interface StepLogTable {
  tenant_id: string;
  process_instance_key: Key;
  step: number;
  event_id: string;
  events: string;
  result: string;
  at: Instant;
}

export interface DefinitionContentsTable {
  tenant_id: string;
  hash: string;
  kind: string;
  content: string;
  created_at: DefaultedInstant;
}

export interface PayloadsTable {
  tenant_id: string;
  name: string;
  content: Buffer;
  created_at: DefaultedInstant;
}

export interface DeploymentsTable {
  tenant_id: string;
  deployment_key: Key;
  deployed_at: Instant;
  actor_type: string;
  actor_id: string;
  actor_name: string;
}

export interface DeploymentResourcesTable {
  tenant_id: string;
  deployment_key: Key;
  resource_name: string;
  kind: string;
  content_hash: string;
}

export interface ProcessDefinitionsTable {
  tenant_id: string;
  process_definition_key: Key;
  process_definition_id: string;
  name: string | null;
  version: number;
  version_tag: string | null;
  resource_name: string;
  content_hash: string;
  model_hash: string;
  deployment_key: Key;
  has_start_form: boolean;
  start_form: string | null;
  state: Generated<string>;
  is_latest: Generated<boolean>;
  deployed_at: Instant;
}

export interface DecisionRequirementsTable {
  tenant_id: string;
  decision_requirements_key: Key;
  decision_requirements_id: string;
  name: string;
  version: number;
  resource_name: string;
  content_hash: string;
  deployment_key: Key;
  is_latest: Generated<boolean>;
  deployed_at: Instant;
}

export interface DecisionDefinitionsTable {
  tenant_id: string;
  decision_definition_key: Key;
  decision_definition_id: string;
  name: string;
  version: number;
  version_tag: string | null;
  decision_requirements_key: Key;
  decision_requirements_id: string;
  decision_requirements_name: string;
  decision_requirements_version: number;
  model_hash: string;
  deployment_key: Key;
  is_latest: Generated<boolean>;
  deployed_at: Instant;
}

export interface FormsTable {
  tenant_id: string;
  form_key: Key;
  form_id: string;
  version: number;
  version_tag: string | null;
  resource_name: string;
  content_hash: string;
  deployment_key: Key;
  is_latest: Generated<boolean>;
  deployed_at: Instant;
}

export interface FilterableVariablesTable {
  tenant_id: string;
  process_definition_id: string;
  name: string;
}

export interface MessageStartSubscriptionsTable {
  tenant_id: string;
  message_subscription_key: Key;
  process_definition_key: Key;
  process_definition_id: string;
  element_id: string;
  message_name: string;
  created_at: Instant;
}

export interface TimerStartsTable {
  tenant_id: string;
  timer_start_key: Key;
  process_definition_key: Key;
  process_definition_id: string;
  element_id: string;
  schedule: string;
  created_at: Instant;
}

export interface ProcessInstancesTable {
  tenant_id: string;
  process_instance_key: Key;
  root_process_instance_key: Key;
  parent_process_instance_key: Key | null;
  parent_element_instance_key: Key | null;
  process_definition_key: Key;
  process_definition_id: string;
  process_definition_name: string | null;
  process_definition_version: number;
  process_definition_version_tag: string | null;
  model_hash: string;
  state: Generated<string>;
  open_incidents: Generated<number>;
  has_incident: GeneratedAlways<boolean>;
  start_date: Instant;
  end_date: NullableInstant;
  business_id: string | null;
  started_by: string | null;
  tags: Generated<string[]>;
  start_message_name: string | null;
  start_correlation_key: string | null;
  flows_taken: Generated<string[]>;
}

export interface ElementInstancesTable {
  tenant_id: string;
  element_instance_key: Key;
  process_instance_key: Key;
  root_process_instance_key: Key;
  process_definition_key: Key;
  process_definition_id: string;
  element_id: string;
  element_name: string;
  type: string;
  state: string;
  scope_key: Key | null;
  start_date: Instant;
  end_date: NullableInstant;
  incident_key: Key | null;
  has_incident: GeneratedAlways<boolean>;
}

export interface VariablesTable {
  tenant_id: string;
  variable_key: Key;
  process_instance_key: Key;
  root_process_instance_key: Key;
  scope_key: Key;
  name: string;
  value: string;
  filter_value: GeneratedAlways<string | null>;
  updated_at: Instant;
}

export interface UserTasksTable {
  tenant_id: string;
  user_task_key: Key;
  element_instance_key: Key;
  element_id: string;
  process_instance_key: Key;
  root_process_instance_key: Key;
  process_definition_key: Key;
  process_definition_id: string;
  process_definition_version: number;
  process_name: string | null;
  name: string | null;
  state: string;
  assignee: string | null;
  candidate_groups: string[];
  candidate_users: string[];
  creation_date: Instant;
  completion_date: NullableInstant;
  due_date: NullableInstant;
  due_order: GeneratedAlways<string>;
  follow_up_date: NullableInstant;
  priority: number;
  urgency: GeneratedAlways<number>;
  form_key: Key | null;
  form_hash: string | null;
  form_missing: string | null;
  external_form_reference: string | null;
  custom_headers: string;
  action: string | null;
  business_id: string | null;
  started_by: string | null;
  tags: Generated<string[]>;
}

export interface UserTaskCandidatesTable {
  tenant_id: string;
  user_task_key: Key;
  candidate_type: string;
  candidate: string;
  is_open: boolean;
  assignee: string | null;
  is_assigned: GeneratedAlways<boolean>;
  process_instance_key: Key;
  process_definition_id: string;
  element_id: string;
  creation_date: Instant;
  due_date: NullableInstant;
  due_order: GeneratedAlways<string>;
  priority: number;
  urgency: GeneratedAlways<number>;
}

export interface UserTaskVariablesTable {
  tenant_id: string;
  user_task_key: Key;
  candidate_type: string;
  candidate: string;
  name: string;
  value: string;
  due_order: Instant;
}

export interface JobsTable {
  tenant_id: string;
  job_key: Key;
  kind: Generated<string>;
  type: string;
  state: string;
  retries: number;
  worker: Generated<string>;
  deadline: NullableInstant;
  activatable_at: Instant;
  custom_headers: string;
  element_id: string;
  element_instance_key: Key;
  process_instance_key: Key;
  root_process_instance_key: Key;
  process_definition_key: Key;
  process_definition_id: string;
  process_definition_version: number;
  error_code: string | null;
  error_message: string | null;
  has_failed_with_retries_left: Generated<boolean>;
  creation_time: Instant;
  last_update_time: Instant;
  end_time: NullableInstant;
}

export interface TimersTable {
  tenant_id: string;
  timer_key: Key;
  process_instance_key: Key;
  element_instance_key: Key;
  element_id: string;
  due_at: Instant;
}

export interface MessageSubscriptionsTable {
  tenant_id: string;
  message_subscription_key: Key;
  process_instance_key: Key;
  root_process_instance_key: Key;
  process_definition_key: Key;
  process_definition_id: string;
  element_id: string;
  element_instance_key: Key;
  message_name: string;
  correlation_key: string;
  state: string;
  last_updated_date: Instant;
}

export interface MessagesTable {
  tenant_id: string;
  message_key: Key;
  name: string;
  correlation_key: string;
  message_id: string | null;
  variables: string;
  actor_type: string;
  actor_id: string;
  actor_name: string;
  published_at: Instant;
  expires_at: Instant;
}

export interface CorrelationsTable {
  tenant_id: string;
  message_key: Key;
  process_definition_id: string;
  process_definition_key: Key;
  process_instance_key: Key;
  root_process_instance_key: Key;
  element_id: string;
  element_instance_key: Key | null;
  message_subscription_key: Key;
  message_name: string;
  correlation_key: string;
  state: string;
  reserved_until: NullableInstant;
  correlation_time: Instant;
}

export interface IncidentsTable {
  tenant_id: string;
  incident_key: Key;
  process_instance_key: Key;
  root_process_instance_key: Key;
  process_definition_key: Key;
  process_definition_id: string;
  element_id: string;
  element_instance_key: Key;
  job_key: Key | null;
  error_type: string;
  error_message: string;
  state: string;
  creation_time: Instant;
  end_time: NullableInstant;
}

export interface DecisionInstancesTable {
  tenant_id: string;
  decision_evaluation_instance_key: string;
  decision_evaluation_key: Key;
  position: number;
  decision_definition_key: Key;
  decision_definition_id: string;
  decision_definition_name: string;
  decision_definition_version: number;
  decision_definition_type: string;
  decision_requirements_key: Key;
  root_decision_definition_key: Key;
  process_definition_key: Key | null;
  process_definition_id: string | null;
  process_instance_key: Key | null;
  root_process_instance_key: Key | null;
  element_instance_key: Key | null;
  element_id: string | null;
  evaluation_date: Instant;
  evaluation_failure: string | null;
  state: string;
  result: string;
  evaluated_inputs: string;
  matched_rules: string;
}

export interface AuditStreamsTable {
  tenant_id: string;
  stream: string;
  position: Key;
  hash: Buffer;
  sealed_position: Generated<Key>;
}

export interface AuditLogTable {
  tenant_id: string;
  audit_log_key: Key;
  stream: string;
  position: Key;
  at: Instant;
  zone: string;
  actor_type: string;
  actor_id: string;
  actor_name: string;
  category: string;
  entity_type: string;
  entity_key: string;
  entity_description: string | null;
  operation_type: string;
  result: string;
  reason: string | null;
  old_value: string | null;
  new_value: string | null;
  details: string | null;
  request_id: string | null;
  process_instance_key: Key | null;
  root_process_instance_key: Key | null;
  process_definition_key: Key | null;
  process_definition_id: string | null;
  element_instance_key: Key | null;
  element_id: string | null;
  user_task_key: Key | null;
  job_key: Key | null;
  decision_definition_key: Key | null;
  decision_definition_id: string | null;
  decision_requirements_key: Key | null;
  decision_requirements_id: string | null;
  decision_evaluation_key: Key | null;
  deployment_key: Key | null;
  form_key: Key | null;
  resource_key: Key | null;
  related_entity_type: string | null;
  related_entity_key: string | null;
  previous_hash: Buffer;
  hash: Buffer;
}

export interface SealsTable {
  tenant_id: string;
  number: Key;
  at: Instant;
  heads: string;
  previous_hash: Buffer;
  hash: Buffer;
  key_id: string;
  signature: Buffer;
}

export interface OutboxTable {
  tenant_id: string;
  outbox_key: GeneratedAlways<Key>;
  topic: string;
  payload: string;
  created_at: DefaultedInstant;
  available_at: DefaultedInstant;
  attempts: Generated<number>;
  last_error: string | null;
}

export interface UsersTable {
  tenant_id: string;
  user_id: string;
  name: string;
  email: string | null;
  locale: string | null;
  time_zone: string | null;
  password_hash: string | null;
  credentials_changed_at: Instant;
  must_change_password: Generated<boolean>;
  failed_attempts: Generated<number>;
  locked_until: NullableInstant;
  disabled_at: NullableInstant;
  created_at: Instant;
}

export interface GroupMembershipsTable {
  tenant_id: string;
  group_id: string;
  user_id: string;
  created_at: Instant;
}

export interface RoleAssignmentsTable {
  tenant_id: string;
  role_id: string;
  member_type: string;
  member_id: string;
  created_at: Instant;
}

export interface SessionsTable {
  tenant_id: string;
  session_hash: string;
  user_id: string;
  csrf_token: string;
  address: string | null;
  user_agent: string | null;
  created_at: Instant;
  last_seen_at: Instant;
  expires_at: Instant;
  revoked_at: NullableInstant;
}

export interface ApiTokensTable {
  tenant_id: string;
  token_id: string;
  token_hash: string;
  client_id: string;
  name: string;
  created_by: string;
  created_at: Instant;
  expires_at: NullableInstant;
  last_used_at: NullableInstant;
  revoked_at: NullableInstant;
}
