import { expect, it } from 'vitest';
import { translateWords } from './translate-module.ts';

it('says the words of the editors in Chinese, with what is filled in', () => {
  expect(translateWords('zh-CN', 'Append end event')).toBe('添加结束事件');
  expect(translateWords('zh-CN', 'Assignee')).toBe('处理人');
  expect(translateWords('zh-CN', 'No such {thing}', { thing: 'word' })).toBe('No such word');
});

it('leaves English as it is, but for what reads otherwise here', () => {
  expect(translateWords('en', 'Assignee')).toBe('Assignee');
  expect(translateWords('en', 'Camunda user task')).toBe('User task');
});
