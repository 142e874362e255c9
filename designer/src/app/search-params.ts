import type { SearchSchemaInput } from '@tanstack/react-router';

/**
 * What stands behind the `?` of each page that filters: read leniently, so that a mistyped address opens the page with
 * its defaults, and left out where it says no more than these.
 */
type Raw<Search> = Partial<Search> & SearchSchemaInput;

const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
const oneOf = <const T extends readonly string[]>(words: T, value: unknown, otherwise: T[number]): T[number] => words.find((word) => word === value) ?? otherwise;

export interface InboxSearch {
  readonly view: 'all' | 'mine' | 'offered';
  readonly sort: 'due' | 'priority' | 'newest';
  readonly group: string;
  readonly text: string;
  readonly overdue: boolean;
}
export const inboxDefaults: InboxSearch = { view: 'all', sort: 'due', group: '', text: '', overdue: false };
export const inbox = (raw: Raw<InboxSearch>): InboxSearch => ({
  view: oneOf(['all', 'mine', 'offered'], raw.view, 'all'),
  sort: oneOf(['due', 'priority', 'newest'], raw.sort, 'due'),
  group: text(raw.group),
  text: text(raw.text),
  overdue: raw.overdue === true,
});

export interface RequestsSearch {
  readonly state: 'open' | 'ended' | 'all';
  readonly text: string;
}
export const requestsDefaults: RequestsSearch = { state: 'open', text: '' };
export const requests = (raw: Raw<RequestsSearch>): RequestsSearch => ({ state: oneOf(['open', 'ended', 'all'], raw.state, 'open'), text: text(raw.text) });

export interface InstancesSearch {
  readonly state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED' | 'INCIDENT' | 'ALL';
  readonly process: string;
  readonly text: string;
}
export const instancesDefaults: InstancesSearch = { state: 'ACTIVE', process: '', text: '' };
export const instances = (raw: Raw<InstancesSearch>): InstancesSearch => ({
  state: oneOf(['ACTIVE', 'COMPLETED', 'TERMINATED', 'INCIDENT', 'ALL'], raw.state, 'ACTIVE'),
  process: text(raw.process),
  text: text(raw.text),
});

export interface DesignSearch {
  readonly kind: 'processes' | 'decisions' | 'forms';
}
export const designDefaults: DesignSearch = { kind: 'processes' };
export const design = (raw: Raw<DesignSearch>): DesignSearch => ({ kind: oneOf(['processes', 'decisions', 'forms'], raw.kind, 'processes') });

export interface AuditSearch {
  readonly actor: string;
  readonly operation: string;
  readonly entity: string;
  readonly record: string;
  readonly from: string;
  readonly until: string;
}
export const auditDefaults: AuditSearch = { actor: '', operation: '', entity: '', record: '', from: '', until: '' };
export const audit = (raw: Raw<AuditSearch>): AuditSearch => ({
  actor: text(raw.actor),
  operation: text(raw.operation),
  entity: text(raw.entity),
  record: text(raw.record),
  from: text(raw.from),
  until: text(raw.until),
});
