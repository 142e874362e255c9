-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- listTenants
select "tenant_id" as "tenantId", "name", "is_test" as "isTest"
  from "tenants"
  order by "tenant_id";

-- findTenant
select "tenant_id" as "tenantId", "name", "is_test" as "isTest"
  from "tenants";

-- ensureTenant
insert into "tenants" ("tenant_id", "name", "is_test")
  values ($1, $2, $3)
  on conflict ("tenant_id") do update
  set "name" = $4;
