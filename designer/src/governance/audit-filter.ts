import type { AuditFilter } from '../api/audit.ts';

/** What is looked for, as it stands in the page's address; empty texts look for everything. */
export interface AuditSearch {
  readonly actor: string;
  readonly operation: string;
  readonly entity: string;
  /** Key of a process instance, or of the entity itself. */
  readonly record: string;
  /** First and last day, `YYYY-MM-DD`, in the zone of the browser. */
  readonly from: string;
  readonly until: string;
}

export function auditFilterOf({ actor, operation, entity, record, from, until }: AuditSearch): AuditFilter {
  const key = record.trim();
  return {
    ...(actor !== '' && { actorId: actor }),
    ...(operation !== '' && { operationType: operation as never }),
    ...(entity !== '' && { entityType: entity as never }),
    ...(/^\d{1,19}$/.test(key) ? { processInstanceKey: key } : key !== '' && { entityKey: key }),
    ...((isDay(from) || isDay(until)) && { timestamp: { ...(isDay(from) && { $gte: startOf(from, 0) }), ...(isDay(until) && { $lt: startOf(until, 1) }) } }),
  };
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

function startOf(day: string, daysLater: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, date + daysLater).toISOString();
}
