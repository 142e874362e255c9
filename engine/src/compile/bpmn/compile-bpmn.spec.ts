import { describe, expect, it } from 'vitest';
import { compileBpmn } from './compile-bpmn.ts';
import { drawn, extensions, flow } from './drawn.ts';

const start = '<startEvent id="s"/>';

describe('what a drawing compiles to', () => {
  it('is plain data, the same for the same drawing', () => {
    const text = drawn([start, '<task id="t"/>', flow('s', 't')]);
    const [process] = compileBpmn(text).processes;
    expect(process?.model).toEqual({
      processId: 'p',
      elements: {
        p: { type: 'process', id: 'p', name: 'Process' },
        s: { type: 'start event', id: 's', scope: 'p', outgoing: ['s-t'] },
        t: { type: 'task', id: 't', scope: 'p', incoming: ['s-t'] },
      },
      flows: { 's-t': { id: 's-t', source: 's', target: 't' } },
    });
    expect(JSON.stringify(compileBpmn(text).processes[0]?.model)).toBe(JSON.stringify(process?.model));
    expect(JSON.parse(JSON.stringify(process?.model))).toEqual(process?.model);
  });

  it('names what else the process needs, and how it starts', () => {
    const [process] = compileBpmn(
      drawn(
        [
          extensions('<zeebe:versionTag value="v1"/><loopwright:calendar id="suzhou"/>'),
          `<startEvent id="s">${extensions('<zeebe:formDefinition formId="start" bindingType="deployment"/>')}</startEvent>`,
          '<startEvent id="m"><messageEventDefinition messageRef="order"/></startEvent>',
          `<userTask id="u">${extensions('<zeebe:userTask/><zeebe:formDefinition formId="review" bindingType="versionTag" versionTag="2"/>')}</userTask>`,
          `<businessRuleTask id="d">${extensions('<zeebe:calledDecision decisionId="rate" resultVariable="r"/>')}</businessRuleTask>`,
          `<callActivity id="c">${extensions('<zeebe:calledElement processId="child"/>')}</callActivity>`,
          `<callActivity id="e">${extensions('<zeebe:calledElement processId="=which"/>')}</callActivity>`,
          flow('s', 'u'), flow('u', 'd'), flow('d', 'c'), flow('c', 'e'), flow('m', 'u'),
        ],
        { roots: ['<message id="order" name="order placed"/>'] },
      ),
    ).processes;
    expect(process).toMatchObject({
      versionTag: 'v1',
      startForm: { type: 'form', formId: 'start', binding: { type: 'deployment' } },
      startEvents: [
        { elementId: 's', trigger: { type: 'none' } },
        { elementId: 'm', trigger: { type: 'message', name: 'order placed' } },
      ],
      references: {
        forms: [{ elementId: 'u', id: 'review', binding: { type: 'version tag', versionTag: '2' } }],
        decisions: [{ elementId: 'd', id: 'rate', binding: { type: 'latest' } }],
        processes: [{ elementId: 'c', id: 'child', binding: { type: 'latest' } }],
        calendars: ['suzhou'],
      },
    });
    expect(process?.model.calendar).toBe('suzhou');
  });

  it('lets lanes that are bound give their user tasks a candidate group, inner before outer, the task itself before all', () => {
    const task = (id: string, groups = ''): string => `<userTask id="${id}">${extensions(`<zeebe:userTask/>${groups}`)}</userTask>`;
    const lane = (id: string, group: string, inside: string): string => `<lane id="${id}">${group ? extensions(`<loopwright:lane candidateGroup="${group}"/>`) : ''}${inside}</lane>`;
    const refs = (...ids: string[]): string => ids.map((id) => `<flowNodeRef>${id}</flowNodeRef>`).join('');
    const [process] = compileBpmn(
      drawn([
        `<laneSet id="lanes">${lane('l1', 'qa', refs('a', 'b') + `<childLaneSet id="inner">${lane('l2', 'qa-lead', refs('b'))}</childLaneSet>`)}${lane('l3', '', refs('c', 's'))}${lane('l4', 'ra', refs('d'))}</laneSet>`,
        start, task('a'), task('b'), task('c'), task('d', '<zeebe:assignmentDefinition candidateGroups="own"/>'),
        ...['a', 'b', 'c', 'd'].map((id) => flow('s', id)),
      ]),
    ).processes;
    const groups = Object.values(process?.model.elements ?? {}).flatMap((element) => (element.type === 'user task' ? [[element.id, element.candidateGroups]] : []));
    expect(Object.fromEntries(groups)).toEqual({ a: 'qa', b: 'qa-lead', c: undefined, d: 'own' });
  });

  it('compiles every executable pool of a file', () => {
    const text = drawn([start], { roots: ['<process id="q" isExecutable="true"><startEvent id="qs"/></process>', '<process id="r"><task id="rt" isForCompensation="true"/></process>'] });
    const { processes, findings } = compileBpmn(text);
    expect(processes.map(({ processId }) => processId)).toEqual(['p', 'q']);
    expect(findings).toEqual([expect.objectContaining({ severity: 'info', code: 'not-executable', elementId: 'r' })]);
  });
});

describe('what is kept and ignored', () => {
  it('is told once each', () => {
    const template = '<task id="t1" zeebe:modelerTemplate="x" camunda:asyncBefore="true"/><task id="t2" zeebe:modelerTemplate="y"><documentation>why</documentation><documentation>how</documentation></task>';
    const foreign = `<task id="t3">${extensions('<camunda:properties/><zeebe:properties><zeebe:property name="a" value="b"/></zeebe:properties>')}</task>`;
    const shape = '<bpmndi:BPMNDiagram id="di"><bpmndi:BPMNShape id="sh" bpmnElement="t1" color:background-color="#fff"/></bpmndi:BPMNDiagram>';
    const flows = ['t1', 't2', 't3'].map((id) => flow('s', id));
    const { findings } = compileBpmn(drawn([start, template, foreign, ...flows], { roots: [shape] }));
    expect(findings.map(({ severity, code }) => [severity, code])).toEqual([
      ['info', 'ignored-template'],
      ['info', 'ignored-namespace'],
      ['info', 'ignored-documentation'],
      ['info', 'ignored-colour'],
    ]);
  });
});

describe('warnings', () => {
  it('tell of user tasks of the deprecated kind and of what no token can reach', () => {
    const { processes, findings } = compileBpmn(drawn([start, '<userTask id="u"/>', flow('s', 'u'), '<task id="x"/><task id="y"/>', flow('x', 'y')]));
    expect(findings.map(({ severity, code, elementId }) => [severity, code, elementId])).toEqual([
      ['warning', 'deprecated-user-task', 'u'],
      ['warning', 'unreachable', 'x'],
      ['warning', 'unreachable', 'y'],
    ]);
    expect(processes).toHaveLength(1);
  });
});
