/** `project_incidents`: incidents raised and closed by a turn, marked on the element and counted on the instance and everyone who called it. */
export const projectIncidents = /* sql */ `
create or replace function project_incidents(i process_instances, p_doc jsonb, p_at timestamptz) returns void language plpgsql as $$
declare
  difference integer := 0;
  element bigint;
  x record;
  instance_key bigint := i.process_instance_key;
begin
  for x in select * from jsonb_to_recordset(p_doc->'incidents_raised') as r(incident_key bigint, element_id text, element_instance_key bigint, job_key bigint,
      error_type text, error_message text) loop
    insert into incidents (tenant_id, incident_key, process_instance_key, root_process_instance_key, process_definition_key, process_definition_id,
        element_id, element_instance_key, job_key, error_type, error_message, state, creation_time)
      values (i.tenant_id, x.incident_key, i.process_instance_key, i.root_process_instance_key, i.process_definition_key, i.process_definition_id,
        x.element_id, x.element_instance_key, x.job_key, x.error_type, x.error_message, 'ACTIVE', p_at);
    update element_instances set incident_key = x.incident_key where tenant_id = i.tenant_id and element_instance_key = x.element_instance_key;
    difference := difference + 1;
  end loop;
  for x in select * from jsonb_to_recordset(p_doc->'incidents_closed') as c(incident_key bigint) loop
    update incidents set state = 'RESOLVED', end_time = p_at where tenant_id = i.tenant_id and incident_key = x.incident_key and state = 'ACTIVE'
      returning element_instance_key into element;
    continue when not found;
    update element_instances set incident_key = null where tenant_id = i.tenant_id and element_instance_key = element and incident_key = x.incident_key;
    difference := difference - 1;
  end loop;
  while instance_key is not null and difference <> 0 loop
    update process_instances set open_incidents = open_incidents + difference
      where tenant_id = i.tenant_id and process_instance_key = instance_key
      returning parent_process_instance_key into instance_key;
  end loop;
end $$;
`;
