/** `project_incidents`: incidents raised and closed by a turn, marked on the element and counted on the instance and everyone who called it. */
export const projectIncidents = /* sql */ `
create or replace function project_incidents(i process_instances, p_doc jsonb, p_at timestamptz) returns void language plpgsql as $$
declare
  difference integer;
  closed integer;
  instance_key bigint := i.process_instance_key;
begin
  insert into incidents (tenant_id, incident_key, process_instance_key, root_process_instance_key, process_definition_key, process_definition_id,
      element_id, element_instance_key, job_key, error_type, error_message, state, creation_time)
    select i.tenant_id, r.incident_key, i.process_instance_key, i.root_process_instance_key, i.process_definition_key, i.process_definition_id,
      r.element_id, r.element_instance_key, r.job_key, r.error_type, r.error_message, 'ACTIVE', p_at
    from jsonb_to_recordset(p_doc->'incidents_raised') as r(incident_key bigint, element_id text, element_instance_key bigint, job_key bigint, error_type text, error_message text);
  get diagnostics difference = row_count;
  update element_instances t set incident_key = r.incident_key
    from jsonb_to_recordset(p_doc->'incidents_raised') as r(incident_key bigint, element_instance_key bigint)
    where t.tenant_id = i.tenant_id and t.element_instance_key = r.element_instance_key;
  update element_instances t set incident_key = null
    from jsonb_to_recordset(p_doc->'incidents_closed') as c(incident_key bigint) join incidents n on n.tenant_id = i.tenant_id and n.incident_key = c.incident_key
    where t.tenant_id = i.tenant_id and t.element_instance_key = n.element_instance_key and t.incident_key = n.incident_key;
  update incidents t set state = 'RESOLVED', end_time = p_at
    from jsonb_to_recordset(p_doc->'incidents_closed') as c(incident_key bigint)
    where t.tenant_id = i.tenant_id and t.incident_key = c.incident_key and t.state = 'ACTIVE';
  get diagnostics closed = row_count;
  difference := difference - closed;
  while instance_key is not null and difference <> 0 loop
    update process_instances set open_incidents = open_incidents + difference
      where tenant_id = i.tenant_id and process_instance_key = instance_key
      returning parent_process_instance_key into instance_key;
  end loop;
end $$;
`;
