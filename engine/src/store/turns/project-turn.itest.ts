import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshTenant, type TestStore } from '../../../test/fresh-store.ts';
import { ana, deployFiles, engineItself, formFile, keyOfProcess, openTask, processFile, SampleInstance } from '../../../test/sample-turns.ts';
import type { KernelCommand } from '../../kernel/commands.ts';
import {
  activateJobs, answerRequest, beginRequest, declareFilterable, elementsOfInstance, findDecisionInstance, findProcessInstance, findRequest, findTaskBackground, findUserTask, flowsTaken,
  searchAuditLogs, searchDecisionInstances, searchIncidents, searchJobs, variablesOfInstance, type Projection, type Tx,
} from '../index.ts';

const all = { filter: {}, sort: [], page: { from: 0, limit: 100 } };

describe('projecting a turn', () => {
  let mine: TestStore;
  let definitionKey: string;

  beforeAll(async () => {
    mine = await freshTenant();
    definitionKey = keyOfProcess(await deployFiles(mine.store, mine.tenantId, processFile('review')));
  });
  afterAll(() => mine.close());

  const read = <T>(work: (tx: Tx) => Promise<T>) => mine.store.inTenant(mine.tenantId, work);
  const start = (variables = {}) => SampleInstance.start(mine.store, mine.tenantId, definitionKey, variables);

  describe('step and event', () => {
    test('the same event as the same step is written once and gives what it gave', async () => {
      const instance = await start();
      const key = instance.newKey();
      const turn = instance.draft({ type: 'timer fired', timerKey: '7' }, { commands: [openTask({ userTaskKey: key, elementInstanceKey: '1' }), { type: 'draw keys' }] });
      const { projectTurn } = await import('./project-turn.ts');
      const first = await projectTurn(mine.store, turn);
      const again = await projectTurn(mine.store, { ...turn, at: turn.at + 5_000 });
      expect(first.kind).toBe('applied');
      expect(again).toEqual({ kind: 'repeated', result: first.result, events: turn.events });
      expect(first.result.keyBlock).toMatch(/^\d+$/);
      expect(BigInt(first.result.keyBlock!) % 1_048_576n).toBe(0n);
    });

    test('a step that another event holds is not written; that event comes back with its result', async () => {
      const instance = await start();
      const { projectTurn } = await import('./project-turn.ts');
      const hers = instance.draft({ type: 'user task completed', userTaskKey: '5', variables: { a: 1 } }, { eventId: 'hers' });
      const his = instance.draft({ type: 'user task completed', userTaskKey: '6', variables: {} }, { eventId: 'his', commands: [{ type: 'draw keys' }], facts: instance.variablesSet({ his: true }) });
      expect((await projectTurn(mine.store, hers)).kind).toBe('applied');
      const taken = await projectTurn(mine.store, his);
      expect(taken).toMatchObject({ kind: 'taken', events: [{ id: 'hers', type: 'user task completed', variables: { a: 1 } }], result: { keyBlock: null } });
      expect(await read((tx) => variablesOfInstance(tx, instance.key))).toEqual({});
    });

    test('an event that an earlier step holds is known', async () => {
      const instance = await start();
      await instance.turn({ type: 'timer fired', timerKey: '1' }, { eventId: 'tick', commands: [{ type: 'draw keys' }] });
      const again = await instance.turn({ type: 'timer fired', timerKey: '1' }, { eventId: 'tick' });
      expect(again).toMatchObject({ kind: 'known', result: { startedInstances: [] } });
      expect(again.result.keyBlock).not.toBeNull();
    });

    test('of ten who race for a step one wins and the others are told who', async () => {
      const instance = await start();
      const { projectTurn } = await import('./project-turn.ts');
      const drafts = Array.from({ length: 10 }, (_, i) => instance.draft({ type: 'timer fired', timerKey: String(i) }, { eventId: `racer-${i}`, facts: instance.variablesSet({ winner: i }) }));
      const results: Projection[] = await Promise.all(drafts.map((draft) => projectTurn(mine.store, draft)));
      const winners = results.filter((result) => result.kind === 'applied');
      const told = new Set(results.map((result) => ('events' in result ? result.events[0]!.id : undefined)).filter((id) => id !== undefined));
      expect(winners.length).toBe(1);
      expect(results.filter((result) => result.kind === 'taken').length).toBe(9);
      expect(told.size).toBe(1);
    });

    test('a turn of an instance that has no row is a bug and writes nothing', async () => {
      await expect(SampleInstance.at(mine.store, mine.tenantId, '4096').turn({ type: 'cancel requested' })).rejects.toThrow('has no row');
      expect(await read((tx) => tx.selectFrom('step_log').where('process_instance_key', '=', '4096').selectAll().execute())).toEqual([]);
    });

    test('another tenant can not touch the instance', async () => {
      const instance = await start();
      const other = await freshTenant();
      await expect(SampleInstance.at(other.store, other.tenantId, instance.key).turn({ type: 'cancel requested' }, { step: 5 })).rejects.toThrow('has no row');
      await other.close();
    });
  });

  test('elements: entered, left in the same turn or later, flows once', async () => {
    const instance = await start();
    const [a, b] = [instance.newKey(), instance.newKey()];
    await instance.turn({ type: 'timer fired', timerKey: '1' }, {
      at: Date.parse('2026-03-01T08:00:00Z'),
      facts: [
        { type: 'element entered', elementInstanceKey: a, elementId: 'Gateway', elementName: null, elementType: 'EXCLUSIVE_GATEWAY', scopeKey: instance.key },
        { type: 'element completed', elementInstanceKey: a, elementId: 'Gateway' },
        { type: 'flow taken', flowId: 'f1', scopeKey: instance.key },
        { type: 'element entered', elementInstanceKey: b, elementId: 'Task', elementName: 'Do it', elementType: 'USER_TASK', scopeKey: instance.key },
      ],
    });
    await instance.turn({ type: 'timer fired', timerKey: '2' }, {
      at: Date.parse('2026-03-02T08:00:00Z'),
      facts: [{ type: 'element terminated', elementInstanceKey: b, elementId: 'Task' }, { type: 'flow taken', flowId: 'f1', scopeKey: instance.key }, { type: 'flow taken', flowId: 'f2', scopeKey: instance.key }],
    });
    const elements = await read((tx) => elementsOfInstance(tx, instance.key));
    expect(elements.map(({ elementId, elementName, state, startDate, endDate }) => ({ elementId, elementName, state, startDate, endDate })).slice(1)).toEqual([
      { elementId: 'Gateway', elementName: 'Gateway', state: 'COMPLETED', startDate: '2026-03-01T08:00:00.000Z', endDate: '2026-03-01T08:00:00.000Z' },
      { elementId: 'Task', elementName: 'Do it', state: 'TERMINATED', startDate: '2026-03-01T08:00:00.000Z', endDate: '2026-03-02T08:00:00.000Z' },
    ]);
    expect((await read((tx) => flowsTaken(tx, instance.key))).toSorted()).toEqual(['f1', 'f2']);
  });

  test('variables hold the last value, exactly as JSON says it', async () => {
    const instance = await start({ amount: 1 });
    const value = { z: 1, a: [0.1, 1e21, '😀', '\u0001', null], nested: { '': true } };
    await instance.turn({ type: 'timer fired', timerKey: '1' }, { facts: [...instance.variablesSet({ amount: 2 }, { amount: 1 }), ...instance.variablesSet({ amount: 3, value }, { amount: 2 })] });
    const variables = await read((tx) => variablesOfInstance(tx, instance.key));
    expect(variables).toEqual({ amount: 3, value });
    expect(Object.keys(variables['value'] as object)).toEqual(['z', 'a', 'nested']);
  });

  describe('user tasks', () => {
    test('open with all they were given, close with the button pressed', async () => {
      const instance = await start();
      const due = Date.parse('2026-12-24T10:00:00.123Z');
      const key = await instance.openTask({ name: 'Approve ECO', assignee: 'bo', candidateGroups: ['quality', 'regulatory', 'quality'], candidateUsers: ['cy'], dueAt: due, priority: 80, headers: { 'zh-CN': '批准' } });
      expect(await read((tx) => findUserTask(tx, key))).toMatchObject({
        userTaskKey: key, name: 'Approve ECO', state: 'CREATED', assignee: 'bo', candidateGroups: ['quality', 'regulatory', 'quality'], candidateUsers: ['cy'],
        dueDate: '2026-12-24T10:00:00.123Z', followUpDate: null, completionDate: null, priority: 80, customHeaders: { 'zh-CN': '批准' }, processDefinitionId: 'review',
        processName: 'Process review', processDefinitionVersion: 1, processInstanceKey: instance.key, rootProcessInstanceKey: instance.key, formKey: null, externalFormReference: null, tags: [],
      });
      await instance.turn({ type: 'user task completed', userTaskKey: key, variables: {} }, { commands: [{ type: 'close user task', userTaskKey: key, outcome: 'completed', action: 'approve' }] });
      expect(await read((tx) => findUserTask(tx, key))).toMatchObject({ state: 'COMPLETED' });
      expect(await read((tx) => findTaskBackground(tx, key))).toMatchObject({ action: 'approve', startedBy: 'ana' });
      expect(await read((tx) => tx.selectFrom('user_task_candidates').where('user_task_key', '=', key).where('is_open', '=', true).selectAll().execute())).toEqual([]);
    });

    test('their form is resolved by its binding and frozen', async () => {
      const own = await freshTenant();
      const first = await deployFiles(own.store, own.tenantId, processFile('bound'), formFile('check', '{"v":1}', 'stable'));
      const process = keyOfProcess(first);
      const instance = await SampleInstance.start(own.store, own.tenantId, process);
      const latest = { type: 'form', formId: 'check', binding: { type: 'latest' } } as const;
      const before = await instance.openTask({ form: latest });
      await deployFiles(own.store, own.tenantId, formFile('check', '{"v":2}'));
      const opened = [
        before,
        await instance.openTask({ form: latest }),
        await instance.openTask({ form: { ...latest, binding: { type: 'deployment' } } }),
        await instance.openTask({ form: { ...latest, binding: { type: 'version tag', versionTag: 'stable' } } }),
        await instance.openTask({ form: { ...latest, formId: 'missing' } }),
        await instance.openTask({ form: { type: 'external', reference: 'https://forms.example/1' } }),
      ];
      const tasks = await own.store.inTenant(own.tenantId, (tx) =>
        tx.selectFrom('user_tasks as t').leftJoin('forms as f', 'f.form_key', 't.form_key').where('t.user_task_key', 'in', opened)
          .select(['f.version', 't.form_missing', 't.external_form_reference']).orderBy('t.user_task_key').execute());
      expect(tasks).toEqual([
        { version: 1, form_missing: null, external_form_reference: null },
        { version: 2, form_missing: null, external_form_reference: null },
        { version: 1, form_missing: null, external_form_reference: null },
        { version: 1, form_missing: null, external_form_reference: null },
        { version: null, form_missing: 'missing', external_form_reference: null },
        { version: null, form_missing: null, external_form_reference: 'https://forms.example/1' },
      ]);
      await own.close();
    });

    test('declared variables stand beside each candidate, follow changes, and go with the task', async () => {
      const own = await freshTenant();
      const process = keyOfProcess(await deployFiles(own.store, own.tenantId, processFile('filterable')));
      await own.store.inTenant(own.tenantId, (tx) => declareFilterable(tx, 'filterable', ['site', 'amount']));
      const instance = await SampleInstance.start(own.store, own.tenantId, process, { site: 'Berlin', other: 1 });
      const key = await instance.openTask({ candidateGroups: ['a', 'b'] });
      const values = () => own.store.inTenant(own.tenantId, async (tx) => (await tx.selectFrom('user_task_variables').select(['candidate', 'name', 'value']).orderBy('candidate').orderBy('name').execute()).map((row) => `${row.candidate} ${row.name} ${row.value}`));
      expect(await values()).toEqual(['a site "Berlin"', 'b site "Berlin"']);
      await instance.turn({ type: 'variables updated', scopeKey: instance.key, variables: {}, local: false }, { facts: instance.variablesSet({ site: 'Basel', amount: 5 }, { site: 'Berlin' }) });
      expect(await values()).toEqual(['a amount 5', 'a site "Basel"', 'b amount 5', 'b site "Basel"']);
      await instance.turn({ type: 'variables updated', scopeKey: instance.key, variables: {}, local: false }, { facts: instance.variablesSet({ amount: 'x'.repeat(300) }, { amount: 5 }) });
      expect(await values()).toEqual(['a site "Basel"', 'b site "Basel"']);
      await instance.turn({ type: 'user task completed', userTaskKey: key, variables: {} }, { commands: [{ type: 'close user task', userTaskKey: key, outcome: 'completed', action: null }] });
      expect(await values()).toEqual([]);
      await own.close();
    });
  });

  test('jobs: created, failed with back-off, closed', async () => {
    const instance = await start({ amount: 10, secret: 'x' });
    const [element, job] = [instance.newKey(), instance.newKey()];
    await instance.turn({ type: 'timer fired', timerKey: '1' }, {
      facts: [
        { type: 'element entered', elementInstanceKey: element, elementId: 'Pay', elementName: 'Pay', elementType: 'SERVICE_TASK', scopeKey: instance.key },
        ...instance.variablesSet({ amount: 11 }, {}, element),
      ],
      commands: [{ type: 'create job', jobKey: job, elementInstanceKey: element, elementId: 'Pay', jobType: 'pay', retries: 3, headers: { speed: 'fast' } }],
    });
    const activation = { type: 'pay', worker: 'w1', timeout: 60_000, limit: 5, fetchVariables: ['amount'] };
    const activated = await read((tx) => activateJobs(tx, activation));
    expect(activated).toMatchObject([{ jobKey: job, worker: 'w1', retries: 3, customHeaders: { speed: 'fast' }, variables: { amount: 11 }, elementId: 'Pay', processDefinitionId: 'review' }]);
    expect(Object.keys(activated[0]!.variables)).toEqual(['amount']);
    expect(activated[0]!.deadline).toBeGreaterThan(Date.now() + 50_000);
    expect(await read((tx) => activateJobs(tx, activation))).toEqual([]);

    await instance.turn({ type: 'job failed', jobKey: job, retries: 2, retryBackOff: 3_600_000, errorMessage: 'no route', variables: {} }, {
      commands: [{ type: 'update job', jobKey: job, state: 'failed', retries: 2, activatableAt: Date.now() + 3_600_000, errorMessage: 'no route' }],
    });
    expect(await read((tx) => activateJobs(tx, activation))).toEqual([]);
    expect((await read((tx) => searchJobs(tx, { ...all, filter: { jobKey: { $eq: job } } }))).items).toMatchObject([{ state: 'FAILED', hasFailedWithRetriesLeft: true, errorMessage: 'no route', deadline: null, retries: 2 }]);
    await instance.turn({ type: 'job error thrown', jobKey: job, errorCode: 'E1', errorMessage: '', variables: {} }, { commands: [{ type: 'close job', jobKey: job, outcome: 'error thrown', errorCode: 'E1' }] });
    const { items } = await read((tx) => searchJobs(tx, { ...all, filter: { jobKey: { $eq: job } } }));
    expect(items).toMatchObject([{ state: 'ERROR_THROWN', errorCode: 'E1', hasFailedWithRetriesLeft: true }]);
    expect(items[0]!.endTime).not.toBeNull();
  });

  test('timers: armed, moved, gone when they fire or are disarmed', async () => {
    const instance = await start();
    const [a, b] = [instance.newKey(), instance.newKey()];
    const arm = (timerKey: string, dueAt: number): KernelCommand => ({ type: 'arm timer', timerKey, elementInstanceKey: '1', elementId: 'T', dueAt });
    const armed = () => read(async (tx) => (await tx.selectFrom('timers').where('process_instance_key', '=', instance.key).select(['timer_key', 'due_at']).orderBy('timer_key').execute()).map((row) => [row.timer_key, Date.parse(row.due_at)]));
    await instance.turn({ type: 'cancel requested' }, { commands: [arm(a, 1_000), arm(b, 2_000)] });
    expect(await armed()).toEqual([[a, 1_000], [b, 2_000]]);
    await instance.turn({ type: 'timer fired', timerKey: a }, { commands: [arm(a, 5_000)] });
    expect(await armed()).toEqual([[a, 5_000], [b, 2_000]]);
    await instance.turn({ type: 'timer fired', timerKey: a }, { commands: [{ type: 'disarm timer', timerKey: b }] });
    expect(await armed()).toEqual([]);
  });

  test('decisions: every one of the graph, with inputs and rules', async () => {
    const instance = await start();
    const key = instance.newKey();
    await instance.turn({ type: 'timer fired', timerKey: '1' }, {
      facts: [{
        type: 'decision evaluated', decisionInstanceKey: key, elementInstanceKey: '1', elementId: 'Route', decisionDefinitionKey: '77', decisionRequirementsKey: '78', decisionId: 'route',
        decisionVersion: 4, output: 'quality', failure: null,
        evaluations: [
          { decisionId: 'class', decisionName: 'Class', decisionType: 'LITERAL_EXPRESSION', inputs: [], matchedRules: [], output: 'A', failure: null },
          {
            decisionId: 'route', decisionName: 'Route', decisionType: 'DECISION_TABLE', inputs: [{ inputId: 'i', inputName: 'amount', value: 5 }],
            matchedRules: [{ ruleId: 'r2', ruleIndex: 2, outputs: [{ outputId: 'o', outputName: 'route', value: 'quality' }] }], output: 'quality', failure: null,
          },
        ],
      }],
    });
    const { items } = await read((tx) => searchDecisionInstances(tx, { ...all, filter: { processInstanceKey: instance.key } }));
    expect(items.map((item) => [item.decisionEvaluationInstanceKey, item.decisionDefinitionId, item.result, item.state])).toEqual([[`${key}-1`, 'class', '"A"', 'EVALUATED'], [`${key}-2`, 'route', '"quality"', 'EVALUATED']]);
    expect(await read((tx) => findDecisionInstance(tx, `${key}-2`))).toMatchObject({
      evaluatedInputs: [{ inputId: 'i', inputName: 'amount', inputValue: '5' }],
      matchedRules: [{ ruleId: 'r2', ruleIndex: 2, evaluatedOutputs: [{ outputId: 'o', outputName: 'route', outputValue: '"quality"', ruleId: 'r2', ruleIndex: 2 }] }],
    });
  });

  test('called instances get a key and a row; an incident below shows on every caller', async () => {
    const parent = await start();
    const element = parent.newKey();
    const projection = await parent.turn({ type: 'timer fired', timerKey: '1' }, {
      facts: [{ type: 'element entered', elementInstanceKey: element, elementId: 'Call', elementName: null, elementType: 'CALL_ACTIVITY', scopeKey: parent.key }],
      commands: [{ type: 'start instance', elementInstanceKey: element, elementId: 'Call', processDefinitionKey: definitionKey, processId: 'review', variables: {} }],
    });
    const [started] = projection.result.startedInstances;
    expect(started).toMatchObject({ elementInstanceKey: element, processDefinitionKey: definitionKey });
    expect(started!.modelHash).toMatch(/^[0-9a-f]{64}$/);
    const childKey = started!.processInstanceKey;
    expect(await read((tx) => findProcessInstance(tx, childKey))).toMatchObject({ parentProcessInstanceKey: parent.key, parentElementInstanceKey: element, rootProcessInstanceKey: parent.key, startedBy: null, state: 'ACTIVE' });

    const child = SampleInstance.at(mine.store, mine.tenantId, childKey);
    const [task, incident] = [child.newKey(), child.newKey()];
    await child.turn({ type: 'instance started', variables: {} }, {
      facts: [{ type: 'element entered', elementInstanceKey: task, elementId: 'Script', elementName: null, elementType: 'SCRIPT_TASK', scopeKey: child.key }],
      commands: [{ type: 'raise incident', incidentKey: incident, elementInstanceKey: task, elementId: 'Script', incidentType: 'EXTRACT_VALUE_ERROR', message: 'null + 1', jobKey: null }],
    });
    const flags = async () => [(await read((tx) => findProcessInstance(tx, childKey)))!.hasIncident, (await read((tx) => findProcessInstance(tx, parent.key)))!.hasIncident];
    expect(await flags()).toEqual([true, true]);
    expect((await read((tx) => elementsOfInstance(tx, childKey))).find((entry) => entry.elementId === 'Script')).toMatchObject({ hasIncident: true, incidentKey: incident });
    expect((await read((tx) => searchIncidents(tx, all, undefined, { processInstanceKey: parent.key }))).items.map((item) => item.incidentKey)).toEqual([incident]);
    expect((await read((tx) => searchIncidents(tx, all, undefined, { elementInstanceKey: element }))).items.map((item) => item.incidentKey)).toEqual([incident]);
    await child.turn({ type: 'incident resolved', incidentKey: incident }, { commands: [{ type: 'close incident', incidentKey: incident, outcome: 'resolved' }] });
    expect(await flags()).toEqual([false, false]);
    expect((await read((tx) => searchIncidents(tx, { ...all, filter: { incidentKey: { $eq: incident } } }))).items).toMatchObject([{ state: 'RESOLVED', errorType: 'EXTRACT_VALUE_ERROR' }]);
  });

  test('characters that PostgreSQL can not hold are replaced, and stop nobody', async () => {
    const instance = await start();
    await instance.turn({ type: 'variables updated', scopeKey: instance.key, variables: { 'a\0': 'x\0y' }, local: true }, { reason: 'nul\0', facts: instance.variablesSet({ 'a\0': 'x\0y\ud800' }) });
    expect(await read((tx) => variablesOfInstance(tx, instance.key))).toEqual({ 'a\ufffd': 'x\0y\ud800' });
  });

  test('the end of an instance', async () => {
    const instance = await start();
    await instance.finish();
    expect(await read((tx) => findProcessInstance(tx, instance.key))).toMatchObject({ state: 'COMPLETED', hasIncident: false });
    expect((await read((tx) => findProcessInstance(tx, instance.key)))!.endDate).not.toBeNull();
  });

  test('answers the request it was sent for, once', async () => {
    const instance = await start();
    const requestId = `complete-${instance.key}`;
    await beginRequest(mine.store, { tenantId: mine.tenantId, requestId, operation: 'complete user task', actor: ana, bodyDigest: 'x', command: null, processInstanceKey: instance.key });
    await instance.turn({ type: 'user task completed', userTaskKey: '9', variables: {} }, { request: { id: requestId, answer: { done: true } } });
    await read((tx) => answerRequest(tx, requestId, { done: false }));
    expect(await read((tx) => findRequest(tx, requestId))).toEqual({ answer: { done: true } });
  });

  test('the audit trail says who did what, with old and new values, and the way of the tokens', async () => {
    const instance = await start({ amount: 1 });
    const key = await instance.openTask();
    await instance.turn({ type: 'user task completed', userTaskKey: key, variables: { amount: 2 } }, {
      zone: 'Asia/Shanghai', reason: 'looks fine',
      facts: [...instance.variablesSet({ amount: 2 }, { amount: 1 }), { type: 'flow taken', flowId: 'f9', scopeKey: instance.key }],
      commands: [{ type: 'close user task', userTaskKey: key, outcome: 'completed', action: null }],
    });
    await instance.turn({ type: 'cancel requested', reason: 'withdrawn' }, { actor: engineItself, commands: [{ type: 'finish', outcome: { type: 'terminated' } }] });
    const { items } = await read((tx) => searchAuditLogs(tx, { ...all, filter: { processInstanceKey: { $eq: instance.key } } }));
    expect(items.map((item) => `${item.position} ${item.actorId} ${item.operationType} ${item.entityType} ${item.entityDescription ?? ''} ${item.oldValue ?? ''}>${item.newValue ?? ''} ${item.reason ?? ''}`.replace(/\{.*\}/, '{…}').trim())).toEqual([
      '1 ana CREATE PROCESS_INSTANCE  >',
      '2 ana CREATE VARIABLE amount >1',
      '3 loopwright UPDATE PROCESS_INSTANCE  >',
      '4 loopwright CREATE USER_TASK Approve >{…}',
      '5 ana COMPLETE USER_TASK  > looks fine',
      '6 ana UPDATE VARIABLE amount 1>2 looks fine',
      '7 loopwright CANCEL PROCESS_INSTANCE  > withdrawn',
      '8 loopwright CANCEL PROCESS_INSTANCE  >',
    ]);
    expect(items[4]).toMatchObject({ zone: 'Asia/Shanghai', userTaskKey: key, actorType: 'USER', category: 'USER_TASKS', result: 'SUCCESS', processDefinitionId: 'review' });
    expect(items[6]).toMatchObject({ actorType: 'UNKNOWN' });
    const details = await read((tx) => tx.selectFrom('audit_log').where('audit_log_key', '=', items[4]!.auditLogKey).select('details').executeTakeFirstOrThrow());
    expect(JSON.parse(details.details!)).toEqual({ event: 'user task completed', userTaskKey: key, path: ['flow f9'] });
  });
});
