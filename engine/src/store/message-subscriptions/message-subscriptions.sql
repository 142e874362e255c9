-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.

-- searchMessageSubscriptions
select "t"."message_subscription_key" as "messageSubscriptionKey", "t"."process_definition_id" as "processDefinitionId", "t"."process_definition_key" as "processDefinitionKey", "t"."process_instance_key" as "processInstanceKey", "t"."root_process_instance_key" as "rootProcessInstanceKey", "t"."element_id" as "elementId", "t"."element_instance_key" as "elementInstanceKey", "t"."state" as "messageSubscriptionState", "t"."last_updated_date" as "lastUpdatedDate", "t"."message_name" as "messageName", "t"."correlation_key" as "correlationKey", "t"."tenant_id" as "tenantId"
  from "message_subscriptions" t
  where ("t"."message_name" = $1 and "t"."correlation_key" = $2)
  order by "t"."message_subscription_key"
  limit $3 offset $4;
select count(*) as count
  from (select
    from "message_subscriptions" t
    where ("t"."message_name" = $1 and "t"."correlation_key" = $2)
    limit $3) counted;
