import type { OrderedFilter, Page, SearchQuery, StringFilter, ValueFilter, Visibility } from '../../contract/index.ts';
import type { Tx } from '../open-store.ts';
import { ownColumn, type Noun } from '../search/noun.ts';
import { searchRows } from '../search/search-rows.ts';

/** Camunda's item. */
export interface MessageSubscription {
  readonly messageSubscriptionKey: string;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: string;
  readonly processInstanceKey: string;
  readonly rootProcessInstanceKey: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly messageSubscriptionState: 'CORRELATED' | 'CREATED' | 'DELETED' | 'MIGRATED';
  readonly lastUpdatedDate: string;
  readonly messageName: string;
  readonly correlationKey: string;
  readonly tenantId: string;
}

export interface MessageSubscriptionFilter {
  readonly messageSubscriptionKey?: ValueFilter<string>;
  readonly processDefinitionKey?: ValueFilter<string>;
  readonly processDefinitionId?: StringFilter;
  readonly processInstanceKey?: ValueFilter<string>;
  readonly elementId?: StringFilter;
  readonly elementInstanceKey?: ValueFilter<string>;
  readonly messageSubscriptionState?: StringFilter;
  readonly lastUpdatedDate?: OrderedFilter<string>;
  readonly messageName?: StringFilter;
  readonly correlationKey?: StringFilter;
  readonly tenantId?: StringFilter;
}

const messageSubscriptions: Noun<MessageSubscription, MessageSubscriptionFilter> = {
  table: 'message_subscriptions',
  key: 'messageSubscriptionKey',
  columns: {
    messageSubscriptionKey: 'message_subscription_key', processDefinitionId: 'process_definition_id', processDefinitionKey: 'process_definition_key',
    processInstanceKey: 'process_instance_key', rootProcessInstanceKey: 'root_process_instance_key', elementId: 'element_id', elementInstanceKey: 'element_instance_key',
    messageSubscriptionState: 'state', lastUpdatedDate: 'last_updated_date', messageName: 'message_name', correlationKey: 'correlation_key', tenantId: 'tenant_id',
  },
  item: (row: MessageSubscription) => row,
  attributes: { processId: ownColumn('process_definition_id'), elementId: ownColumn('element_id') },
  instanceColumn: 'process_instance_key',
};

export function searchMessageSubscriptions(tx: Tx, search: SearchQuery<MessageSubscriptionFilter, string>, visible?: Visibility): Promise<Page<MessageSubscription>> {
  return searchRows(tx, messageSubscriptions, search, visible);
}
