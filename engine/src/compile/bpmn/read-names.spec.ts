import { describe, expect, it } from 'vitest';
import { readNames } from './read-names.ts';

const drawing = (inside: string) => `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t"><bpmn:process id="p" name="Change" isExecutable="true"><bpmn:documentation>What it is.</bpmn:documentation><bpmn:extensionElements><zeebe:properties><zeebe:property name="name.zh-CN" value="变更" /><zeebe:property name="description.zh-CN" value="说明" /><zeebe:property name="colour" value="red" /></zeebe:properties></bpmn:extensionElements>${inside}</bpmn:process></bpmn:definitions>`;

describe('the names of a drawing', () => {
  it('are those drawn, and those given for a language', () => {
    const names = readNames(drawing('<bpmn:subProcess id="s" name="Inside"><bpmn:userTask id="t" name="Decide"><bpmn:extensionElements><zeebe:properties><zeebe:property name="name.zh-CN" value="审批" /><zeebe:property name="name.en" value="Decide on it" /></zeebe:properties></bpmn:extensionElements></bpmn:userTask></bpmn:subProcess>'));
    expect(names.get('p')).toEqual({ names: { default: 'Change', 'zh-CN': '变更' }, descriptions: { default: 'What it is.', 'zh-CN': '说明' } });
    expect(names.get('s')).toEqual({ names: { default: 'Inside' }, descriptions: {} });
    expect(names.get('t')?.names).toEqual({ default: 'Decide', en: 'Decide on it', 'zh-CN': '审批' });
  });

  it('leave out what has no name, and properties without a language or a value', () => {
    const names = readNames(drawing('<bpmn:task id="a" /><bpmn:task id="b" name="B"><bpmn:extensionElements><zeebe:properties><zeebe:property name="name." value="x" /><zeebe:property name="name.zh-CN" value="" /><zeebe:property /></zeebe:properties></bpmn:extensionElements></bpmn:task>'));
    expect(names.has('a')).toBe(false);
    expect(names.get('b')?.names).toEqual({ default: 'B' });
  });

  it('are none where the file cannot be read', () => {
    expect(readNames('<x').size).toBe(0);
  });
});
