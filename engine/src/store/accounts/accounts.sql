-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- findAccount
select u.user_id as "userId", u.name, u.email, u.locale, u.time_zone as "timeZone", u.password_hash as "passwordHash", u.credentials_changed_at as "credentialsChangedAt", u.locked_until as "lockedUntil", u.disabled_at as "disabledAt", array(select m.group_id
    from group_memberships m
    where m.user_id = u.user_id
    order by 1) as groups, array(select distinct r.role_id
    from role_assignments r
    where (r.member_type = 'user' and r.member_id = u.user_id) or (r.member_type = 'group' and r.member_id in (select m.group_id from group_memberships m where m.user_id = u.user_id))
    order by 1) as roles
  from users u
  where u.user_id = $1;

-- findAccountOfSession
select u.user_id as "userId", u.name, u.email, u.locale, u.time_zone as "timeZone", u.password_hash as "passwordHash", u.credentials_changed_at as "credentialsChangedAt", u.locked_until as "lockedUntil", u.disabled_at as "disabledAt", array(select m.group_id
    from group_memberships m
    where m.user_id = u.user_id
    order by 1) as groups, array(select distinct r.role_id
    from role_assignments r
    where (r.member_type = 'user' and r.member_id = u.user_id) or (r.member_type = 'group' and r.member_id in (select m.group_id from group_memberships m where m.user_id = u.user_id))
    order by 1) as roles, s.csrf_token as "csrfToken", s.expires_at as "expiresAt", s.last_seen_at as "lastSeenAt"
  from sessions s
  join users u on u.user_id = s.user_id and u.tenant_id = s.tenant_id
  where s.session_hash = $1 and s.revoked_at is null and s.expires_at > $2;

-- findApiClient
select t.client_id as "clientId", t.name, array(select r.role_id
    from role_assignments r
    where r.member_type = 'client' and r.member_id = t.client_id
    order by 1) as roles
  from api_tokens t
  where t.token_hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2);

-- createApiToken
insert into api_tokens (tenant_id, token_id, token_hash, client_id, name, created_by, created_at, expires_at)
  values (current_setting('app.tenant'), $1, $2, $3, $4, $5, $6, $7);
delete
  from role_assignments
  where member_type = 'client' and member_id = $1 and role_id <> all($2::text[]);
insert into role_assignments (tenant_id, role_id, member_type, member_id, created_at) select current_setting('app.tenant'), r, 'client', $1, $2::timestamptz
  from unnest($3::text[]) r
  on conflict do nothing;
select append_audit(jsonb_populate_record(jsonb_populate_record(null::audit_log, jsonb_build_object('tenant_id', current_setting('app.tenant'))), $1::jsonb), $2::jsonb);

-- listApiTokens
select t.token_id as "tokenId", t.client_id as "clientId", t.name, t.created_by as "createdBy", t.created_at as "createdAt", t.expires_at as "expiresAt", t.revoked_at as "revokedAt", array(select r.role_id
    from role_assignments r
    where r.member_type = 'client' and r.member_id = t.client_id
    order by 1) as roles
  from api_tokens t
  where t.tenant_id = current_setting('app.tenant')
  order by t.created_at, t.token_id;

-- revokeApiToken
update api_tokens
  set revoked_at = $1
  where tenant_id = current_setting('app.tenant') and token_id = $2 and revoked_at is null
  returning client_id;
select append_audit(jsonb_populate_record(jsonb_populate_record(null::audit_log, jsonb_build_object('tenant_id', current_setting('app.tenant'))), $1::jsonb), $2::jsonb);

-- displayNames
select "user_id", "name"
  from "users"
  where "user_id" in ($1);

-- listPeople
select "user_id" as "userId", "name"
  from "users"
  where "disabled_at" is null
  order by "name", "user_id";

-- saveAccount
select u.user_id as "userId", u.name, u.email, u.locale, u.time_zone as "timeZone", u.password_hash as "passwordHash", u.credentials_changed_at as "credentialsChangedAt", u.locked_until as "lockedUntil", u.disabled_at as "disabledAt", array(select m.group_id
    from group_memberships m
    where m.user_id = u.user_id
    order by 1) as groups, array(select distinct r.role_id
    from role_assignments r
    where (r.member_type = 'user' and r.member_id = u.user_id) or (r.member_type = 'group' and r.member_id in (select m.group_id from group_memberships m where m.user_id = u.user_id))
    order by 1) as roles
  from users u
  where u.user_id = $1;
insert into users (tenant_id, user_id, name, email, locale, time_zone, password_hash, credentials_changed_at, created_at)
  values (current_setting('app.tenant'), $1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (tenant_id, user_id) do update
  set name = excluded.name, email = excluded.email, locale = coalesce(excluded.locale, users.locale), time_zone = coalesce(excluded.time_zone, users.time_zone), password_hash = coalesce(excluded.password_hash, users.password_hash);
delete
  from group_memberships
  where user_id = $1 and group_id <> all($2::text[]);
insert into group_memberships (tenant_id, group_id, user_id, created_at) select current_setting('app.tenant'), g, $1, $2::timestamptz
  from unnest($3::text[]) g
  on conflict do nothing;
delete
  from role_assignments
  where member_type = 'user' and member_id = $1 and role_id <> all($2::text[]);
insert into role_assignments (tenant_id, role_id, member_type, member_id, created_at) select current_setting('app.tenant'), r, 'user', $1, $2::timestamptz
  from unnest($3::text[]) r
  on conflict do nothing;
select u.user_id as "userId", u.name, u.email, u.locale, u.time_zone as "timeZone", u.password_hash as "passwordHash", u.credentials_changed_at as "credentialsChangedAt", u.locked_until as "lockedUntil", u.disabled_at as "disabledAt", array(select m.group_id
    from group_memberships m
    where m.user_id = u.user_id
    order by 1) as groups, array(select distinct r.role_id
    from role_assignments r
    where (r.member_type = 'user' and r.member_id = u.user_id) or (r.member_type = 'group' and r.member_id in (select m.group_id from group_memberships m where m.user_id = u.user_id))
    order by 1) as roles
  from users u
  where u.user_id = $1;

-- savePreferences
update users
  set locale = coalesce($1, locale), time_zone = coalesce($2, time_zone)
  where user_id = $3;

-- beginSignIn
select "failed_attempts", "locked_until", "disabled_at", "password_hash"
  from "users"
  where "user_id" = $1 for update;
update "users"
  set "failed_attempts" = $1, "locked_until" = $2
  where "user_id" = $3;
select u.user_id as "userId", u.name, u.email, u.locale, u.time_zone as "timeZone", u.password_hash as "passwordHash", u.credentials_changed_at as "credentialsChangedAt", u.locked_until as "lockedUntil", u.disabled_at as "disabledAt", array(select m.group_id
    from group_memberships m
    where m.user_id = u.user_id
    order by 1) as groups, array(select distinct r.role_id
    from role_assignments r
    where (r.member_type = 'user' and r.member_id = u.user_id) or (r.member_type = 'group' and r.member_id in (select m.group_id from group_memberships m where m.user_id = u.user_id))
    order by 1) as roles
  from users u
  where u.user_id = $1;

-- signInFailed
select append_audit(jsonb_populate_record(jsonb_populate_record(null::audit_log, jsonb_build_object('tenant_id', current_setting('app.tenant'))), $1::jsonb), $2::jsonb);

-- signInSucceeded
update users
  set failed_attempts = 0, locked_until = null
  where user_id = $1 and failed_attempts > 0;
insert into sessions (tenant_id, session_hash, user_id, csrf_token, address, user_agent, created_at, last_seen_at, expires_at)
  values (current_setting('app.tenant'), $1, $2, $3, $4, $5, $6, $7, $8);
select append_audit(jsonb_populate_record(jsonb_populate_record(null::audit_log, jsonb_build_object('tenant_id', current_setting('app.tenant'))), $1::jsonb), $2::jsonb);

-- touchSession
update "sessions"
  set "last_seen_at" = $1
  where "session_hash" = $2;

-- endSession
update "sessions"
  set "revoked_at" = $1
  where "session_hash" = $2 and "revoked_at" is null;
select append_audit(jsonb_populate_record(jsonb_populate_record(null::audit_log, jsonb_build_object('tenant_id', current_setting('app.tenant'))), $1::jsonb), $2::jsonb);
