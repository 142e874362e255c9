/**
 * The first schema. Laws it keeps (checked by `schema.itest.ts`): every table has `tenant_id` and a forced row-level security policy;
 * what lists filter or sort by is `text collate "C"`, `bigint`, `integer`, `boolean` or `timestamptz`, whose operators are leakproof;
 * Where several indexes look equally good, as they all do while a table is empty, PostgreSQL takes the one made last; and SQL functions keep their
 * plans. So the index that finds a row by its whole key comes last.
 * JSON is kept as text, exactly as it was said. Keys of all nouns come from one sequence.
 */
export const tables = /* sql */ `
create sequence key_sequence as bigint;
create sequence audit_log_key_sequence as bigint;

create table tenants (
  tenant_id text collate "C" primary key check (tenant_id ~ '^[A-Za-z0-9_.@+-]{1,255}$'),
  name text collate "C" not null,
  is_test boolean not null default false,
  created_at timestamptz(3) not null default now()
);

create table tenant_clocks (
  tenant_id text collate "C" primary key,
  pinned_at timestamptz(3),
  updated_at timestamptz(3) not null default now()
);

create table requests (
  tenant_id text collate "C" not null,
  request_id text collate "C" not null,
  operation text collate "C" not null,
  actor_type text collate "C" not null,
  actor_id text collate "C" not null,
  actor_name text collate "C" not null,
  body_digest text collate "C" not null,
  process_instance_key bigint,
  command text collate "C" not null,
  at timestamptz(3) not null,
  sent_at timestamptz(3) not null,
  answer text collate "C",
  settled_at timestamptz(3)
);
create index requests_unsettled on requests (tenant_id, sent_at) where settled_at is null;
create index requests_by_age on requests (tenant_id, at);
alter table requests add primary key (tenant_id, request_id);

create table step_log (
  tenant_id text collate "C" not null,
  process_instance_key bigint not null,
  step integer not null,
  event_id text collate "C" not null,
  events text collate "C" not null,
  result text collate "C" not null,
  at timestamptz(3) not null
);
create unique index step_log_event on step_log (process_instance_key, event_id);
alter table step_log add primary key (tenant_id, process_instance_key, step);

create table definition_contents (
  tenant_id text collate "C" not null,
  hash text collate "C" not null,
  kind text collate "C" not null,
  content text collate "C" not null,
  created_at timestamptz(3) not null default now()
);
alter table definition_contents add primary key (tenant_id, hash);

create table payloads (
  tenant_id text collate "C" not null,
  name text collate "C" not null,
  content bytea not null,
  created_at timestamptz(3) not null default now()
);
alter table payloads add primary key (tenant_id, name);

create table deployments (
  tenant_id text collate "C" not null,
  deployment_key bigint not null,
  deployed_at timestamptz(3) not null,
  actor_type text collate "C" not null,
  actor_id text collate "C" not null,
  actor_name text collate "C" not null
);
alter table deployments add primary key (tenant_id, deployment_key);

create table deployment_resources (
  tenant_id text collate "C" not null,
  deployment_key bigint not null,
  resource_name text collate "C" not null,
  kind text collate "C" not null,
  content_hash text collate "C" not null
);
alter table deployment_resources add primary key (tenant_id, deployment_key, resource_name);

create table process_definitions (
  tenant_id text collate "C" not null,
  process_definition_key bigint not null,
  process_definition_id text collate "C" not null,
  name text collate "C",
  version integer not null,
  version_tag text collate "C",
  resource_name text collate "C" not null,
  content_hash text collate "C" not null,
  model_hash text collate "C" not null,
  deployment_key bigint not null,
  has_start_form boolean not null,
  start_form text collate "C",
  state text collate "C" not null default 'ACTIVE',
  is_latest boolean not null default true,
  deployed_at timestamptz(3) not null
);
create unique index process_definitions_version on process_definitions (tenant_id, process_definition_id, version);
create unique index process_definitions_latest on process_definitions (tenant_id, process_definition_id) where is_latest;
create index process_definitions_tag on process_definitions (tenant_id, process_definition_id, version_tag, version) where version_tag is not null;
create index process_definitions_deployment on process_definitions (deployment_key);
alter table process_definitions add primary key (tenant_id, process_definition_key);

create table decision_requirements (
  tenant_id text collate "C" not null,
  decision_requirements_key bigint not null,
  decision_requirements_id text collate "C" not null,
  name text collate "C" not null,
  version integer not null,
  resource_name text collate "C" not null,
  content_hash text collate "C" not null,
  deployment_key bigint not null,
  is_latest boolean not null default true,
  deployed_at timestamptz(3) not null
);
create unique index decision_requirements_version on decision_requirements (tenant_id, decision_requirements_id, version);
create unique index decision_requirements_latest on decision_requirements (tenant_id, decision_requirements_id) where is_latest;
alter table decision_requirements add primary key (tenant_id, decision_requirements_key);

create table decision_definitions (
  tenant_id text collate "C" not null,
  decision_definition_key bigint not null,
  decision_definition_id text collate "C" not null,
  name text collate "C" not null,
  version integer not null,
  version_tag text collate "C",
  decision_requirements_key bigint not null,
  decision_requirements_id text collate "C" not null,
  decision_requirements_name text collate "C" not null,
  decision_requirements_version integer not null,
  model_hash text collate "C" not null,
  deployment_key bigint not null,
  is_latest boolean not null default true,
  deployed_at timestamptz(3) not null
);
create unique index decision_definitions_version on decision_definitions (tenant_id, decision_definition_id, version);
create unique index decision_definitions_latest on decision_definitions (tenant_id, decision_definition_id) where is_latest;
create index decision_definitions_tag on decision_definitions (tenant_id, decision_definition_id, version_tag, version) where version_tag is not null;
create index decision_definitions_deployment on decision_definitions (deployment_key);
create index decision_definitions_requirements on decision_definitions (decision_requirements_key);
alter table decision_definitions add primary key (tenant_id, decision_definition_key);

create table forms (
  tenant_id text collate "C" not null,
  form_key bigint not null,
  form_id text collate "C" not null,
  version integer not null,
  version_tag text collate "C",
  resource_name text collate "C" not null,
  content_hash text collate "C" not null,
  deployment_key bigint not null,
  is_latest boolean not null default true,
  deployed_at timestamptz(3) not null
);
create unique index forms_version on forms (tenant_id, form_id, version);
create unique index forms_latest on forms (tenant_id, form_id) where is_latest;
create index forms_tag on forms (tenant_id, form_id, version_tag, version) where version_tag is not null;
create index forms_deployment on forms (deployment_key);
alter table forms add primary key (tenant_id, form_key);

create table filterable_variables (
  tenant_id text collate "C" not null,
  process_definition_id text collate "C" not null,
  name text collate "C" not null
);
alter table filterable_variables add primary key (tenant_id, process_definition_id, name);

create table message_start_subscriptions (
  tenant_id text collate "C" not null,
  message_subscription_key bigint not null,
  process_definition_key bigint not null,
  process_definition_id text collate "C" not null,
  element_id text collate "C" not null,
  message_name text collate "C" not null,
  created_at timestamptz(3) not null
);
create unique index message_start_subscriptions_name on message_start_subscriptions (tenant_id, message_name, process_definition_id, element_id);
create index message_start_subscriptions_process on message_start_subscriptions (tenant_id, process_definition_id);
alter table message_start_subscriptions add primary key (tenant_id, message_subscription_key);

create table timer_starts (
  tenant_id text collate "C" not null,
  timer_start_key bigint not null,
  process_definition_key bigint not null,
  process_definition_id text collate "C" not null,
  element_id text collate "C" not null,
  schedule text collate "C" not null,
  created_at timestamptz(3) not null
);
create index timer_starts_process on timer_starts (tenant_id, process_definition_id);
alter table timer_starts add primary key (tenant_id, timer_start_key);

create table process_instances (
  tenant_id text collate "C" not null,
  process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  parent_process_instance_key bigint,
  parent_element_instance_key bigint,
  process_definition_key bigint not null,
  process_definition_id text collate "C" not null,
  process_definition_name text collate "C",
  process_definition_version integer not null,
  process_definition_version_tag text collate "C",
  model_hash text collate "C" not null,
  state text collate "C" not null default 'ACTIVE',
  open_incidents integer not null default 0,
  has_incident boolean not null generated always as (open_incidents > 0) stored,
  start_date timestamptz(3) not null,
  end_date timestamptz(3),
  business_id text collate "C",
  started_by text collate "C",
  tags text[] collate "C" not null default '{}',
  start_message_name text collate "C",
  start_correlation_key text collate "C",
  flows_taken text[] collate "C" not null default '{}'
);
create index process_instances_started on process_instances (tenant_id, start_date, process_instance_key);
create index process_instances_state on process_instances (tenant_id, state, process_instance_key);
create index process_instances_definition on process_instances (process_definition_key, state, process_instance_key);
create index process_instances_process on process_instances (tenant_id, process_definition_id, process_instance_key);
create index process_instances_parent on process_instances (parent_process_instance_key) where parent_process_instance_key is not null;
create index process_instances_started_by on process_instances (tenant_id, started_by, process_instance_key) where started_by is not null;
create index process_instances_business on process_instances (tenant_id, business_id) where business_id is not null;
create index process_instances_incident on process_instances (tenant_id, process_instance_key) where has_incident;
create unique index process_instances_message_start on process_instances (tenant_id, process_definition_id, start_correlation_key)
  where state = 'ACTIVE' and start_correlation_key is not null;
alter table process_instances add primary key (tenant_id, process_instance_key);

create table element_instances (
  tenant_id text collate "C" not null,
  element_instance_key bigint not null,
  process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  process_definition_key bigint not null,
  process_definition_id text collate "C" not null,
  element_id text collate "C" not null,
  element_name text collate "C" not null,
  type text collate "C" not null,
  state text collate "C" not null,
  scope_key bigint,
  start_date timestamptz(3) not null,
  end_date timestamptz(3),
  incident_key bigint,
  has_incident boolean not null generated always as (incident_key is not null) stored
);
create index element_instances_instance on element_instances (process_instance_key, element_instance_key);
create index element_instances_active on element_instances (process_definition_key, element_id) where state = 'ACTIVE';
alter table element_instances add primary key (tenant_id, element_instance_key);

create table variables (
  tenant_id text collate "C" not null,
  variable_key bigint not null,
  process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  scope_key bigint not null,
  name text collate "C" not null,
  value text collate "C" not null,
  filter_value text collate "C" generated always as (case when length(value) <= 200 then value end) stored,
  updated_at timestamptz(3) not null
);
create unique index variables_scope on variables (scope_key, name);
create index variables_instance on variables (process_instance_key, variable_key);
create index variables_filter on variables (tenant_id, name, filter_value, process_instance_key);
alter table variables add primary key (tenant_id, variable_key);

create table user_tasks (
  tenant_id text collate "C" not null,
  user_task_key bigint not null,
  element_instance_key bigint not null,
  element_id text collate "C" not null,
  process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  process_definition_key bigint not null,
  process_definition_id text collate "C" not null,
  process_definition_version integer not null,
  process_name text collate "C",
  name text collate "C",
  state text collate "C" not null,
  assignee text collate "C",
  candidate_groups text[] collate "C" not null,
  candidate_users text[] collate "C" not null,
  creation_date timestamptz(3) not null,
  completion_date timestamptz(3),
  due_date timestamptz(3),
  due_order timestamptz(3) not null generated always as (coalesce(due_date, 'infinity'::timestamptz)) stored,
  follow_up_date timestamptz(3),
  priority integer not null,
  urgency integer not null generated always as (100 - priority) stored,
  form_key bigint,
  form_hash text collate "C",
  form_missing text collate "C",
  external_form_reference text collate "C",
  custom_headers text collate "C" not null,
  action text collate "C",
  business_id text collate "C",
  started_by text collate "C",
  tags text[] collate "C" not null default '{}'
);
create index user_tasks_instance on user_tasks (process_instance_key, user_task_key);
create index user_tasks_element on user_tasks (element_instance_key);
create index user_tasks_state on user_tasks (tenant_id, state, creation_date, user_task_key);
create index user_tasks_created on user_tasks (tenant_id, creation_date, user_task_key);
create index user_tasks_definition on user_tasks (process_definition_key, state, user_task_key);
create index user_tasks_assignee_due on user_tasks (tenant_id, assignee, due_order, user_task_key) where state = 'CREATED';
create index user_tasks_assignee on user_tasks (tenant_id, assignee, user_task_key) where assignee is not null;
alter table user_tasks add primary key (tenant_id, user_task_key);

create table user_task_candidates (
  tenant_id text collate "C" not null,
  user_task_key bigint not null,
  candidate_type text collate "C" not null,
  candidate text collate "C" not null,
  is_open boolean not null,
  assignee text collate "C",
  is_assigned boolean not null generated always as (assignee is not null) stored,
  process_instance_key bigint not null,
  process_definition_id text collate "C" not null,
  element_id text collate "C" not null,
  creation_date timestamptz(3) not null,
  due_date timestamptz(3),
  due_order timestamptz(3) not null generated always as (coalesce(due_date, 'infinity'::timestamptz)) stored,
  priority integer not null,
  urgency integer not null generated always as (100 - priority) stored
);
create index user_task_candidates_due on user_task_candidates (tenant_id, candidate_type, candidate, is_assigned, due_order, user_task_key) include (process_definition_id) where is_open;
create index user_task_candidates_priority on user_task_candidates (tenant_id, candidate_type, candidate, is_assigned, urgency, due_order, user_task_key) include (process_definition_id) where is_open;
create index user_task_candidates_newest on user_task_candidates (tenant_id, candidate_type, candidate, is_assigned, creation_date, user_task_key) include (process_definition_id) where is_open;
create index user_task_candidates_closed on user_task_candidates (tenant_id, candidate_type, candidate, user_task_key) where not is_open;
alter table user_task_candidates add primary key (tenant_id, user_task_key, candidate_type, candidate);

create table user_task_variables (
  tenant_id text collate "C" not null,
  user_task_key bigint not null,
  candidate_type text collate "C" not null,
  candidate text collate "C" not null,
  name text collate "C" not null,
  value text collate "C" not null,
  due_order timestamptz(3) not null
);
create index user_task_variables_filter on user_task_variables (tenant_id, candidate_type, candidate, name, value, due_order, user_task_key);
alter table user_task_variables add primary key (tenant_id, user_task_key, name, candidate_type, candidate);

create table jobs (
  tenant_id text collate "C" not null,
  job_key bigint not null,
  kind text collate "C" not null default 'BPMN_ELEMENT',
  type text collate "C" not null,
  state text collate "C" not null,
  retries integer not null,
  worker text collate "C" not null default '',
  deadline timestamptz(3),
  activatable_at timestamptz(3) not null,
  custom_headers text collate "C" not null,
  element_id text collate "C" not null,
  element_instance_key bigint not null,
  process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  process_definition_key bigint not null,
  process_definition_id text collate "C" not null,
  process_definition_version integer not null,
  error_code text collate "C",
  error_message text collate "C",
  has_failed_with_retries_left boolean not null default false,
  creation_time timestamptz(3) not null,
  last_update_time timestamptz(3) not null,
  end_time timestamptz(3)
);
create index jobs_activatable on jobs (tenant_id, type, activatable_at, job_key) where end_time is null and retries > 0;
create index jobs_instance on jobs (process_instance_key, job_key);
create index jobs_state on jobs (tenant_id, state, job_key);
create index jobs_type on jobs (tenant_id, type, job_key);
alter table jobs add primary key (tenant_id, job_key);

create table timers (
  tenant_id text collate "C" not null,
  timer_key bigint not null,
  process_instance_key bigint not null,
  element_instance_key bigint not null,
  element_id text collate "C" not null,
  due_at timestamptz(3) not null
);
create index timers_due on timers (tenant_id, due_at, timer_key);
create index timers_instance on timers (process_instance_key);
alter table timers add primary key (tenant_id, timer_key);

create table message_subscriptions (
  tenant_id text collate "C" not null,
  message_subscription_key bigint not null,
  process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  process_definition_key bigint not null,
  process_definition_id text collate "C" not null,
  element_id text collate "C" not null,
  element_instance_key bigint not null,
  message_name text collate "C" not null,
  correlation_key text collate "C" not null,
  state text collate "C" not null,
  last_updated_date timestamptz(3) not null
);
create index message_subscriptions_open on message_subscriptions (tenant_id, message_name, correlation_key, message_subscription_key) where state = 'CREATED';
create index message_subscriptions_instance on message_subscriptions (process_instance_key, message_subscription_key);
create index message_subscriptions_name on message_subscriptions (tenant_id, message_name, correlation_key);
alter table message_subscriptions add primary key (tenant_id, message_subscription_key);

create table messages (
  tenant_id text collate "C" not null,
  message_key bigint not null,
  name text collate "C" not null,
  correlation_key text collate "C" not null,
  message_id text collate "C",
  variables text collate "C" not null,
  actor_type text collate "C" not null,
  actor_id text collate "C" not null,
  actor_name text collate "C" not null,
  published_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create unique index messages_once on messages (tenant_id, name, correlation_key, message_id) where message_id is not null;
create index messages_buffered on messages (tenant_id, name, correlation_key, message_key);
create index messages_expiring on messages (tenant_id, expires_at);
alter table messages add primary key (tenant_id, message_key);

create table correlations (
  tenant_id text collate "C" not null,
  message_key bigint not null,
  process_definition_id text collate "C" not null,
  process_definition_key bigint not null,
  process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  element_id text collate "C" not null,
  element_instance_key bigint,
  message_subscription_key bigint not null,
  message_name text collate "C" not null,
  correlation_key text collate "C" not null,
  state text collate "C" not null,
  reserved_until timestamptz(3),
  correlation_time timestamptz(3) not null
);
create index correlations_lapsing on correlations (tenant_id, reserved_until) where state = 'RESERVED';
create unique index correlations_reserved on correlations (tenant_id, message_subscription_key) where state = 'RESERVED';
create index correlations_instance on correlations (process_instance_key);
create index correlations_subscription on correlations (message_subscription_key);
alter table correlations add primary key (tenant_id, message_key, process_definition_id);

create table incidents (
  tenant_id text collate "C" not null,
  incident_key bigint not null,
  process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  process_definition_key bigint not null,
  process_definition_id text collate "C" not null,
  element_id text collate "C" not null,
  element_instance_key bigint not null,
  job_key bigint,
  error_type text collate "C" not null,
  error_message text collate "C" not null,
  state text collate "C" not null,
  creation_time timestamptz(3) not null,
  end_time timestamptz(3)
);
create index incidents_instance on incidents (process_instance_key, incident_key);
create index incidents_state on incidents (tenant_id, state, incident_key);
create index incidents_definition on incidents (process_definition_key, state);
alter table incidents add primary key (tenant_id, incident_key);

create table decision_instances (
  tenant_id text collate "C" not null,
  decision_evaluation_instance_key text collate "C" not null,
  decision_evaluation_key bigint not null,
  position integer not null,
  decision_definition_key bigint not null,
  decision_definition_id text collate "C" not null,
  decision_definition_name text collate "C" not null,
  decision_definition_version integer not null,
  decision_definition_type text collate "C" not null,
  decision_requirements_key bigint not null,
  root_decision_definition_key bigint not null,
  process_definition_key bigint,
  process_definition_id text collate "C",
  process_instance_key bigint,
  root_process_instance_key bigint,
  element_instance_key bigint,
  element_id text collate "C",
  evaluation_date timestamptz(3) not null,
  evaluation_failure text collate "C",
  state text collate "C" not null,
  result text collate "C" not null,
  evaluated_inputs text collate "C" not null,
  matched_rules text collate "C" not null
);
create unique index decision_instances_key on decision_instances (tenant_id, decision_evaluation_instance_key);
create index decision_instances_date on decision_instances (tenant_id, evaluation_date, decision_evaluation_key, position);
create index decision_instances_instance on decision_instances (process_instance_key) where process_instance_key is not null;
create index decision_instances_definition on decision_instances (tenant_id, decision_definition_id, decision_evaluation_key);
alter table decision_instances add primary key (tenant_id, decision_evaluation_key, position);

create table audit_streams (
  tenant_id text collate "C" not null,
  stream text collate "C" not null,
  position bigint not null,
  hash bytea not null,
  sealed_position bigint not null default 0
);
create index audit_streams_unsealed on audit_streams (tenant_id, stream) where position > sealed_position;
alter table audit_streams add primary key (tenant_id, stream);

create table audit_log (
  tenant_id text collate "C" not null,
  audit_log_key bigint not null,
  stream text collate "C" not null,
  position bigint not null,
  at timestamptz(3) not null,
  zone text collate "C" not null,
  actor_type text collate "C" not null,
  actor_id text collate "C" not null,
  actor_name text collate "C" not null,
  category text collate "C" not null,
  entity_type text collate "C" not null,
  entity_key text collate "C" not null,
  entity_description text collate "C",
  operation_type text collate "C" not null,
  result text collate "C" not null,
  reason text collate "C",
  old_value text collate "C",
  new_value text collate "C",
  details text collate "C",
  request_id text collate "C",
  process_instance_key bigint,
  root_process_instance_key bigint,
  process_definition_key bigint,
  process_definition_id text collate "C",
  element_instance_key bigint,
  element_id text collate "C",
  user_task_key bigint,
  job_key bigint,
  decision_definition_key bigint,
  decision_definition_id text collate "C",
  decision_requirements_key bigint,
  decision_requirements_id text collate "C",
  decision_evaluation_key bigint,
  deployment_key bigint,
  form_key bigint,
  resource_key bigint,
  related_entity_type text collate "C",
  related_entity_key text collate "C",
  previous_hash bytea not null,
  hash bytea not null
);
create unique index audit_log_stream on audit_log (tenant_id, stream, position);
create index audit_log_at on audit_log (tenant_id, at, audit_log_key);
create index audit_log_instance on audit_log (process_instance_key, audit_log_key) where process_instance_key is not null;
create index audit_log_task on audit_log (user_task_key, audit_log_key) where user_task_key is not null;
create index audit_log_actor on audit_log (tenant_id, actor_id, audit_log_key);
alter table audit_log add primary key (tenant_id, audit_log_key);

create table seals (
  tenant_id text collate "C" not null,
  number bigint not null,
  at timestamptz(3) not null,
  heads text collate "C" not null,
  previous_hash bytea not null,
  hash bytea not null,
  key_id text collate "C" not null,
  signature bytea not null
);
alter table seals add primary key (tenant_id, number);

create table outbox (
  tenant_id text collate "C" not null,
  outbox_key bigint generated always as identity,
  topic text collate "C" not null,
  payload text collate "C" not null,
  created_at timestamptz(3) not null default now(),
  available_at timestamptz(3) not null default now(),
  attempts integer not null default 0,
  last_error text collate "C"
);
create index outbox_due on outbox (tenant_id, available_at, outbox_key);
alter table outbox add primary key (tenant_id, outbox_key);

create table users (
  tenant_id text collate "C" not null,
  user_id text collate "C" not null,
  name text collate "C" not null,
  email text collate "C",
  locale text collate "C",
  time_zone text collate "C",
  password_hash text collate "C",
  credentials_changed_at timestamptz(3) not null,
  must_change_password boolean not null default false,
  failed_attempts integer not null default 0,
  locked_until timestamptz(3),
  disabled_at timestamptz(3),
  created_at timestamptz(3) not null
);
alter table users add primary key (tenant_id, user_id);

create table group_memberships (
  tenant_id text collate "C" not null,
  group_id text collate "C" not null,
  user_id text collate "C" not null,
  created_at timestamptz(3) not null
);
create index group_memberships_user on group_memberships (tenant_id, user_id);
alter table group_memberships add primary key (tenant_id, group_id, user_id);

create table role_assignments (
  tenant_id text collate "C" not null,
  role_id text collate "C" not null,
  member_type text collate "C" not null,
  member_id text collate "C" not null,
  created_at timestamptz(3) not null
);
create index role_assignments_member on role_assignments (tenant_id, member_type, member_id);
alter table role_assignments add primary key (tenant_id, role_id, member_type, member_id);

create table sessions (
  tenant_id text collate "C" not null,
  session_hash text collate "C" not null,
  user_id text collate "C" not null,
  csrf_token text collate "C" not null,
  address text collate "C",
  user_agent text collate "C",
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);
create index sessions_user on sessions (tenant_id, user_id);
create index sessions_expiry on sessions (tenant_id, expires_at);
alter table sessions add primary key (tenant_id, session_hash);

create table api_tokens (
  tenant_id text collate "C" not null,
  token_id text collate "C" not null,
  token_hash text collate "C" not null,
  client_id text collate "C" not null,
  name text collate "C" not null,
  created_by text collate "C" not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3)
);
create unique index api_tokens_hash on api_tokens (tenant_id, token_hash);
alter table api_tokens add primary key (tenant_id, token_id);

create function tenant_now() returns timestamptz language sql stable as $$
  select coalesce((select c.pinned_at from tenant_clocks c where c.tenant_id = current_setting('app.tenant', true)), now())
$$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on audit_log for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on seals for each statement execute function refuse_change();

do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = current_schema() and tablename <> 'schema_migrations' loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy tenant on %I using (tenant_id = current_setting(''app.tenant'', true)) with check (tenant_id = current_setting(''app.tenant'', true))', t);
  end loop;
end $$;
create policy every_tenant on tenants for select using (current_setting('app.tenant', true) = '*');
`;
