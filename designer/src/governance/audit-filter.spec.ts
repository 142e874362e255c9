import { expect, it } from 'vitest';
import { auditFilterOf } from './audit-filter.ts';

const anything = { actor: '', operation: '', entity: '', record: '', from: '', until: '' };

it('looks for everything where nothing is said', () => {
  expect(auditFilterOf(anything)).toEqual({});
});

it('looks for a process instance by its key, for other things by theirs', () => {
  expect(auditFilterOf({ ...anything, record: ' 1048576 ' })).toEqual({ processInstanceKey: '1048576' });
  expect(auditFilterOf({ ...anything, record: 'chen' })).toEqual({ entityKey: 'chen' });
});

it('takes the last day as a whole', () => {
  const { timestamp } = auditFilterOf({ ...anything, from: '2026-03-03', until: '2026-03-03' }) as { timestamp: { $gte: string; $lt: string } };
  expect(Date.parse(timestamp.$lt) - Date.parse(timestamp.$gte)).toBe(86_400_000);
});

it('leaves out days that are none', () => {
  expect(auditFilterOf({ ...anything, from: 'yesterday' })).toEqual({});
});
