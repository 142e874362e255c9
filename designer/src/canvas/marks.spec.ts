import { expect, it } from 'vitest';
import { classesOf, findingsByElement, worstOf } from './marks.ts';

const mark = { elementId: 'a', active: 0, completed: 0, canceled: 0, incidents: 0 };

it('marks an element by what happened there', () => {
  expect(classesOf(mark)).toEqual([]);
  expect(classesOf({ ...mark, active: 1, completed: 2 })).toEqual(['lw-active', 'lw-completed']);
  expect(classesOf({ ...mark, active: 1, incidents: 1 })).toEqual(['lw-incident']);
  expect(classesOf({ ...mark, canceled: 1 })).toEqual(['lw-canceled']);
  expect(classesOf({ ...mark, canceled: 1, completed: 1 })).toEqual(['lw-completed']);
});

it('sorts findings by element and knows the worst', () => {
  const findings = [
    { elementId: 'a', severity: 'warning', message: 'w' },
    { elementId: null, severity: 'info', message: 'i' },
    { elementId: 'a', severity: 'error', message: 'e' },
  ] as const;
  const found = findingsByElement(findings);
  expect(found.get('')).toHaveLength(1);
  expect(worstOf(found.get('a') ?? [])).toBe('error');
});
