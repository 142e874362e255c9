import { expect, it } from 'vitest';
import { compareLists } from './compare-lists.ts';

const task = (userTaskKey: string, assignee: string | null = null) => ({ userTaskKey, assignee });

it('finds what came, what went and what changed', () => {
  const changes = compareLists([task('1'), task('2'), task('3')], [task('4'), task('1'), task('3', 'li')], true);
  expect(changes.added.map(({ userTaskKey }) => userTaskKey)).toEqual(['4']);
  expect(changes.gone).toEqual(['2']);
  expect(changes.changed).toEqual([task('3', 'li')]);
});

it('says nothing about a list that is the same', () => {
  expect(compareLists([task('1')], [task('1')], true)).toEqual({ added: [], gone: [], changed: [] });
});

it('calls nothing new that follows the last shown one when more was there before', () => {
  const changes = compareLists([task('1'), task('2')], [task('2'), task('7')], false);
  expect(changes.added).toEqual([]);
  expect(changes.gone).toEqual([]);
});
