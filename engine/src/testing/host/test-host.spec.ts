import { describe, expect, it } from 'vitest';
import { limits, type Variables } from '../../kernel/index.ts';
import { TestHostError } from './host-error.ts';
import { TestHost } from './test-host.ts';

const draw = (inside: string, roots = ''): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="spec"><process id="p" isExecutable="true">${inside}</process>${roots}</definitions>`;
const flow = (source: string, target: string, condition = ''): string =>
  `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${condition && `<conditionExpression>${condition}</conditionExpression>`}</sequenceFlow>`;
const script = (id: string, expression: string, variable: string): string =>
  `<scriptTask id="${id}"><extensionElements><zeebe:script expression="${expression}" resultVariable="${variable}"/></extensionElements></scriptTask>`;
const user = (id: string): string => `<userTask id="${id}"><extensionElements><zeebe:userTask/></extensionElements></userTask>`;
const service = (id: string, type: string): string => `<serviceTask id="${id}"><extensionElements><zeebe:taskDefinition type="${type}" retries="2"/></extensionElements></serviceTask>`;
const start = '<startEvent id="s"/>';

function hostOf(inside: string, roots = ''): TestHost {
  const host = new TestHost();
  const { findings } = host.deploy([{ name: 'p.bpmn', text: draw(inside, roots) }]);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return host;
}

function begun(inside: string, variables: Variables = {}, roots = ''): { readonly host: TestHost; readonly key: string } {
  const host = hostOf(inside, roots);
  return { host, key: host.createInstance('p', variables) };
}

const work = start + service('w', 'work') + flow('s', 'w');

describe('jobs', () => {
  it('that fail with retries left can be worked on again after a while', () => {
    const { host, key } = begun(work);
    const job = host.jobOf('work');
    host.failJob(job.key, { retries: 1, retryBackOff: 60_000, errorMessage: 'no net', variables: { tried: 1 } });
    expect(host.jobs()[0]).toMatchObject({ state: 'failed', retries: 1, activatableAt: host.now + 60_000 });
    expect(() => host.jobOf('work')).toThrow(TestHostError);
    host.advanceTime('PT1M');
    host.completeJob(host.jobOf('work').key);
    expect(host.instance(key).state).toBe('completed');
    expect(host.allVariables(key)).toContainEqual(expect.objectContaining({ name: 'tried', elementId: 'w' }));
  });

  it('without retries hold their element up until the incident is resolved', () => {
    const { host, key } = begun(work);
    const job = host.jobOf('work');
    host.failJob(job.key, { retries: 0, errorMessage: 'no net' });
    const [incident] = host.incidents({ state: 'active' });
    expect(incident).toMatchObject({ type: 'JOB_NO_RETRIES', elementId: 'w', message: 'no net' });
    expect(() => host.completeJob(job.key)).toThrow('no retries left');
    host.updateJobRetries(job.key, 3);
    expect(() => host.completeJob(job.key)).toThrow('no retries left');
    host.resolveIncident(incident?.key ?? '');
    expect(host.jobs()[0]).toMatchObject({ state: 'created', retries: 3 });
    host.completeJob(job.key);
    expect(host.instance(key).state).toBe('completed');
  });

  it('get one retry when an incident is resolved without new ones', () => {
    const { host } = begun(work);
    host.failJob(host.jobOf('work').key, { retries: 0 });
    host.resolveIncident(host.incidents({ state: 'active' })[0]?.key ?? '');
    expect(host.jobOf('work').retries).toBe(1);
  });
});

describe('verbs that the engine refuses', () => {
  it('throw, and change nothing', () => {
    const { host, key } = begun(start + user('u') + flow('s', 'u'));
    const task = host.userTask('u');
    host.completeUserTask(task.key);
    expect(() => host.completeUserTask(task.key)).toThrow('The instance has ended.');
    expect(() => host.cancelInstance(key)).toThrow(TestHostError);
    expect(() => host.setVariables(key, { a: 1 })).toThrow(TestHostError);
    expect(() => host.createInstance('q')).toThrow("No process 'q' is deployed.");
    expect(() => host.correlateMessage({ name: 'm', correlationKey: '1' })).toThrow('found nobody');
  });

  it('do so when a task was completed by somebody else before', () => {
    const { host } = begun(start + user('u') + user('v') + flow('s', 'u') + flow('s', 'v'));
    const task = host.userTask('u');
    host.completeUserTask(task.key, { by: 'ann' });
    expect(() => host.completeUserTask(task.key, { by: 'bob' })).toThrow('is not open');
    expect(host.variables(host.instances()[0]?.key ?? '')).toEqual({ by: 'ann' });
  });
});

describe('cancel', () => {
  it('ends everything in an instance, the innermost first, and closes what was open', () => {
    const inside = start + `<subProcess id="sub"><startEvent id="i"/>${user('u')}${flow('i', 'u')}</subProcess>` + service('w', 'work') + flow('s', 'sub') + flow('s', 'w');
    const { host, key } = begun(inside);
    host.cancelInstance(key);
    expect(host.instance(key).state).toBe('terminated');
    expect(host.userTasks()[0]?.state).toBe('canceled');
    expect(host.jobs()[0]?.state).toBe('canceled');
    const ended = host.facts(key).flatMap((fact) => (fact.type === 'element terminated' ? [fact.elementId] : []));
    expect(ended).toEqual(['u', 'sub', 'w', 'p']);
  });
});

describe('bounds', () => {
  const endless = start + '<exclusiveGateway id="g"/>' + script('c', '=n + 1', 'n') + flow('s', 'g') + flow('g', 'c') + flow('c', 'g');

  it('stop a loop that waits for nothing with an incident, and let it go on when that is resolved', () => {
    const { host, key } = begun(endless, { n: 0 });
    const [incident] = host.incidents({ state: 'active' });
    expect(incident?.message).toContain(`More than ${limits.elementsPerStep} elements`);
    const reached = Number(host.variables(key)['n']);
    expect(reached).toBeGreaterThan(limits.elementsPerStep / 3);
    host.resolveIncident(incident?.key ?? '');
    expect(Number(host.variables(key)['n'])).toBeGreaterThan(1.5 * reached);
    host.cancelInstance(key);
    expect(host.instance(key).state).toBe('terminated');
  });

  it('stop an expression that takes too long', () => {
    const { host } = begun(start + script('c', '=count(for i in 1..100000, j in 1..100000 return i)', 'n') + flow('s', 'c'));
    expect(host.incidents({ state: 'active' })[0]).toMatchObject({ elementId: 'c', message: expect.stringContaining('more steps than allowed') });
  });

  it('stop variables that grow without end', () => {
    const { host } = begun(start + '<exclusiveGateway id="g"/>' + script('c', '=text + text', 'text') + flow('s', 'g') + flow('g', 'c') + flow('c', 'g'), { text: 'x'.repeat(1000) });
    expect(host.incidents({ state: 'active' })[0]?.message).toMatch(/larger than|more steps/);
  });

  it('stop values that nest ever deeper', () => {
    const { host } = begun(start + '<exclusiveGateway id="g"/>' + script('c', '=[list]', 'list') + flow('s', 'g') + flow('g', 'c') + flow('c', 'g'), { list: [] });
    expect(host.incidents({ state: 'active' })[0]?.message).toMatch(/nests/);
  });

  it('stop a multi-instance activity of more instances than fit', () => {
    const loop = '<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..100000 return i"/></extensionElements></multiInstanceLoopCharacteristics>';
    const { host } = begun(start + `<manualTask id="m">${loop}</manualTask>` + flow('s', 'm'));
    expect(host.incidents({ state: 'active' })[0]?.message).toContain('100000 instances at once');
  });

  it('refuse variables from outside that are too large or nest too deep', () => {
    const { host } = begun(start + user('u') + flow('s', 'u'));
    let deep: Variables = {};
    for (let i = 0; i < 1_000; i++) deep = { deep };
    expect(() => host.completeUserTask(host.userTask('u').key, deep)).toThrow('nest deeper');
    expect(() => host.completeUserTask(host.userTask('u').key, { big: 'x'.repeat(limits.variableSize) })).toThrow('larger than');
    expect(host.userTask('u').state).toBe('created');
  });

  it('keep variables with any name', () => {
    const { host, key } = begun(start + user('u') + flow('s', 'u'), JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}') as Variables);
    expect(JSON.stringify(host.variables(key))).toBe('{"__proto__":{"polluted":true},"constructor":1}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('tokens', () => {
  it('that wait for others which can not come any more are an incident', () => {
    const inside = start + '<exclusiveGateway id="x" default="x-a"/>' + user('a') + user('b') + '<parallelGateway id="join" name="Both"/>' + user('after') + flow('s', 'x') + flow('x', 'a') + flow('x', 'b', '=false') + flow('a', 'join') + flow('b', 'join') + flow('join', 'after');
    const { host, key } = begun(inside);
    host.completeUserTask(host.userTask('a').key);
    expect(host.instance(key).state).toBe('active');
    expect(host.incidents({ state: 'active' })[0]).toMatchObject({ elementInstanceKey: key, message: "A token waits at 'Both', but none can come any more on 'b-join'." });
  });
});

describe('expressions', () => {
  it('that give null for want of something leave a warning', () => {
    const { host, key } = begun(start + script('c', '=order.total', 'total') + user('u') + flow('s', 'c') + flow('c', 'u'));
    expect(host.facts(key)).toContainEqual(expect.objectContaining({ type: 'expression warning', elementId: 'c', expression: 'order.total', message: expect.stringContaining('order') }));
    expect(host.variables(key)).toEqual({ total: null });
  });
});

describe('the clock', () => {
  it('fires timers in the order in which they are due, each at its time', () => {
    const timer = (id: string, hours: number): string => `<intermediateCatchEvent id="${id}"><timerEventDefinition><timeDuration>PT${hours}H</timeDuration></timerEventDefinition></intermediateCatchEvent>` + script(`${id}-at`, '=string(now())', id) + flow('s', id) + flow(id, `${id}-at`);
    const { host, key } = begun(start + timer('three', 3) + timer('one', 1) + timer('two', 2) + user('u') + flow('s', 'u'));
    host.advanceTime('PT10H');
    const order = host.elements(key).flatMap(({ elementId }) => (elementId.endsWith('-at') ? [elementId] : []));
    expect(order).toEqual(['one-at', 'two-at', 'three-at']);
    expect(host.variables(key)['two']).toContain('T11:00');
  });
});
