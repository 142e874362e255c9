import { expect, it } from 'vitest';
import { translateNames } from './moddle.ts';

const named = (name: string, translated: string) => ({
  $type: 'bpmn:UserTask',
  name,
  extensionElements: { values: [{ $type: 'zeebe:Properties', properties: [{ name: 'name.zh-CN', value: translated }] }] },
});

it('shows names in the language asked for, where there are any', () => {
  const task = named('Approve', '批准');
  const inside = named('Assess', '评估');
  const plain = { $type: 'bpmn:Task', name: 'Plain' };
  const definitions = { $type: 'bpmn:Definitions', rootElements: [{ $type: 'bpmn:Process', flowElements: [task, plain, { $type: 'bpmn:SubProcess', flowElements: [inside] }] }] };
  translateNames(definitions, 'zh-CN');
  expect([task.name, inside.name, plain.name]).toEqual(['批准', '评估', 'Plain']);
});
