/**
 * `audit_canonical(row)`: the RFC 8785 text of an audit row: members in order of their names, no member for null, keys as strings,
 * time in UTC with milliseconds. `store/audit/canonical-entry.ts` says the same in TypeScript, and a test holds the two together.
 *
 * `append_audit(common, rows)`: appends rows to one stream and chains them. `common` holds the members all rows share (tenant_id, stream,
 * at, actor, ...), each element of `rows` is an object of column names that overrides it. Holds the row lock of the stream's head to the end
 * of the transaction; other streams are not touched. Position, hashes and key are given here and nowhere else.
 */
export const appendAudit = /* sql */ `
create or replace function audit_canonical(r audit_log) returns text language sql stable as $$
  select '{' || concat_ws(',',
    '"actorId":' || to_json(r.actor_id)::text,
    '"actorName":' || to_json(r.actor_name)::text,
    '"actorType":' || to_json(r.actor_type)::text,
    '"at":"' || to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"',
    '"auditLogKey":"' || r.audit_log_key || '"',
    '"category":' || to_json(r.category)::text,
    '"decisionDefinitionId":' || to_json(r.decision_definition_id)::text,
    '"decisionDefinitionKey":"' || r.decision_definition_key || '"',
    '"decisionEvaluationKey":"' || r.decision_evaluation_key || '"',
    '"decisionRequirementsId":' || to_json(r.decision_requirements_id)::text,
    '"decisionRequirementsKey":"' || r.decision_requirements_key || '"',
    '"deploymentKey":"' || r.deployment_key || '"',
    '"details":' || to_json(r.details)::text,
    '"elementId":' || to_json(r.element_id)::text,
    '"elementInstanceKey":"' || r.element_instance_key || '"',
    '"entityDescription":' || to_json(r.entity_description)::text,
    '"entityKey":' || to_json(r.entity_key)::text,
    '"entityType":' || to_json(r.entity_type)::text,
    '"formKey":"' || r.form_key || '"',
    '"jobKey":"' || r.job_key || '"',
    '"newValue":' || to_json(r.new_value)::text,
    '"oldValue":' || to_json(r.old_value)::text,
    '"operationType":' || to_json(r.operation_type)::text,
    '"position":"' || r.position || '"',
    '"previousHash":"' || encode(r.previous_hash, 'hex') || '"',
    '"processDefinitionId":' || to_json(r.process_definition_id)::text,
    '"processDefinitionKey":"' || r.process_definition_key || '"',
    '"processInstanceKey":"' || r.process_instance_key || '"',
    '"reason":' || to_json(r.reason)::text,
    '"relatedEntityKey":' || to_json(r.related_entity_key)::text,
    '"relatedEntityType":' || to_json(r.related_entity_type)::text,
    '"requestId":' || to_json(r.request_id)::text,
    '"resourceKey":"' || r.resource_key || '"',
    '"result":' || to_json(r.result)::text,
    '"rootProcessInstanceKey":"' || r.root_process_instance_key || '"',
    '"stream":' || to_json(r.stream)::text,
    '"tenantId":' || to_json(r.tenant_id)::text,
    '"userTaskKey":"' || r.user_task_key || '"',
    '"zone":' || to_json(r.zone)::text
  ) || '}'
$$;

create or replace function append_audit(p_common audit_log, p_rows jsonb) returns void language plpgsql as $$
declare
  r audit_log;
  chained audit_log[] := '{}';
  head_position bigint;
  head_hash bytea;
begin
  select position, hash into head_position, head_hash from audit_streams
    where tenant_id = p_common.tenant_id and stream = p_common.stream for update;
  if not found then
    insert into audit_streams (tenant_id, stream, position, hash) values (p_common.tenant_id, p_common.stream, 0, decode(repeat('00', 32), 'hex'))
      on conflict do nothing;
    select position, hash into strict head_position, head_hash from audit_streams
      where tenant_id = p_common.tenant_id and stream = p_common.stream for update;
  end if;
  for r in select * from jsonb_populate_recordset(p_common, p_rows) loop
    head_position := head_position + 1;
    r.audit_log_key := nextval('audit_log_key_sequence');
    r.position := head_position;
    r.previous_hash := head_hash;
    head_hash := sha256(convert_to(audit_canonical(r), 'UTF8'));
    r.hash := head_hash;
    chained := chained || r;
  end loop;
  insert into audit_log select * from unnest(chained);
  update audit_streams set position = head_position, hash = head_hash
    where tenant_id = p_common.tenant_id and stream = p_common.stream;
end $$;
`;
