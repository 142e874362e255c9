import { z } from 'zod';
import { compileExpression, scopeOf } from '../../../kernel/feel/index.ts';
import type { ElementView, InstanceView, VariableView } from '../../host/views.ts';
import { sameJson } from '../same-json.ts';
import { decisionSelector, describe, elementSelector, incidentSelector, isElement, isIncident, isUserTask, messageSelector, processSelector, userTaskSelector, variables } from '../selectors.ts';
import { expectElements, elementStates } from './element-states.ts';
import { eventually, instruction, type Failure, type TestRun } from './instruction.ts';

/** Instructions that expect something. Where several records fit a selector, one that is as expected is enough. */

const typed = <T extends string>(type: T) => ({ type: z.literal(type) });

const instanceStates = {
  IS_ACTIVE: (state: InstanceView['state']) => state === 'active',
  IS_COMPLETED: (state: InstanceView['state']) => state === 'completed',
  IS_CREATED: () => true,
  IS_TERMINATED: (state: InstanceView['state']) => state === 'terminated' || state === 'failed',
};

const assertProcessInstance = instruction(
  z.strictObject({
    ...typed('ASSERT_PROCESS_INSTANCE'),
    processInstanceSelector: processSelector,
    state: z.enum(['IS_ACTIVE', 'IS_COMPLETED', 'IS_CREATED', 'IS_TERMINATED']).optional(),
    hasActiveIncidents: z.boolean().optional(),
  }),
  (test, { processInstanceSelector, state = 'IS_CREATED', hasActiveIncidents }) =>
    onSomeInstance(test, processInstanceSelector.processDefinitionId, async (instance) => {
      if (!instanceStates[state](instance.state)) return `Expected the instance to be ${state}, but it is ${instance.state}${await standing(test, instance)}.`;
      const incidents = (await test.engine.incidents()).filter((incident) => incident.instanceKey === instance.key && incident.state === 'active');
      if (hasActiveIncidents === undefined || hasActiveIncidents === incidents.length > 0) return null;
      return hasActiveIncidents ? 'Expected an active incident, but there is none.' : `Expected no incidents, but there is one at '${incidents[0]?.elementId}': ${incidents[0]?.message}`;
    }),
);

const assertElementInstance = instruction(
  z.strictObject({
    ...typed('ASSERT_ELEMENT_INSTANCE'),
    processInstanceSelector: processSelector,
    elementSelector,
    state: z.enum(['IS_ACTIVE', 'IS_COMPLETED', 'IS_TERMINATED']),
    amount: z.int().min(1).optional(),
  }),
  (test, { processInstanceSelector, elementSelector: selector, state, amount = 1 }) =>
    onSomeInstance(test, processInstanceSelector.processDefinitionId, async (instance) => {
      const elements = await test.engine.elements(instance.key);
      const found = elements.filter((element) => isElement(selector, element) && `IS_${element.state.toUpperCase()}` === state).length;
      return found === amount ? null : `Expected the element with ${describe(selector)} to be ${state} ${amount} times, but it is ${found} times${activeAmong(elements)}.`;
    }),
);

const assertElementInstances = instruction(
  z.strictObject({ ...typed('ASSERT_ELEMENT_INSTANCES'), processInstanceSelector: processSelector, elementSelectors: z.array(elementSelector), state: z.enum(elementStates) }),
  (test, { processInstanceSelector, elementSelectors, state }) =>
    onSomeInstance(test, processInstanceSelector.processDefinitionId, async ({ key }) => {
      const elements = await test.engine.elements(key);
      const failure = expectElements(elements, elementSelectors, state);
      return failure === null ? null : `${failure}${activeAmong(elements)}.`;
    }),
);

const assertSubscription = instruction(
  z.strictObject({
    ...typed('ASSERT_PROCESS_INSTANCE_MESSAGE_SUBSCRIPTION'),
    processInstanceSelector: processSelector,
    messageSelector,
    state: z.enum(['IS_WAITING', 'IS_NOT_WAITING', 'IS_CORRELATED']),
  }),
  (test, { processInstanceSelector, messageSelector: { messageName, correlationKey }, state }) =>
    onSomeInstance(test, processInstanceSelector.processDefinitionId, async ({ key }) => {
      const all = (await test.engine.subscriptions()).filter((subscription) => subscription.instanceKey === key && subscription.messageName === messageName);
      const found = all.filter((subscription) => correlationKey === undefined || subscription.correlationKey === correlationKey);
      const waits = found.some((subscription) => subscription.state === 'waiting');
      const holds = state === 'IS_WAITING' ? waits : state === 'IS_NOT_WAITING' ? !waits : found.some(({ correlations }) => correlations > 0);
      return holds ? null : `Expected the subscription to '${messageName}' to be ${state}; there are ${all.map((one) => `${one.correlationKey}: ${one.state}`).join(', ') || 'none'}.`;
    }),
);

const assertUserTask = instruction(
  z.strictObject({
    ...typed('ASSERT_USER_TASK'),
    userTaskSelector,
    state: z.enum(['IS_CREATED', 'IS_COMPLETED', 'IS_CANCELED', 'IS_FAILED']).optional(),
    assignee: z.string().optional(),
    candidateGroups: z.array(z.string()).optional(),
    priority: z.int().optional(),
    elementId: z.string().optional(),
    name: z.string().optional(),
    dueDate: z.iso.datetime({ offset: true }).optional(),
    followUpDate: z.iso.datetime({ offset: true }).optional(),
  }),
  (test, { type: _, userTaskSelector: selector, ...expected }) =>
    eventually(test, async () => {
      const tasks = (await test.engine.userTasks()).filter((task) => isUserTask(selector, task));
      const failures = tasks.map((task) => {
        const actual = { ...task, state: `IS_${task.state.toUpperCase()}`, dueDate: iso(task.dueAt), followUpDate: iso(task.followUpAt), candidateGroups: sorted(task.candidateGroups) };
        const wanted = { ...expected, ...(expected.candidateGroups && { candidateGroups: sorted(expected.candidateGroups) }), ...dates(expected) };
        return difference(wanted, actual);
      });
      return someOf(failures, `There is no user task with ${describe(selector)}.`);
    }),
);

const assertVariables = instruction(
  z.strictObject({
    ...typed('ASSERT_VARIABLES'),
    processInstanceSelector: processSelector,
    elementSelector: elementSelector.optional(),
    variableNames: z.array(z.string()).optional(),
    variables: variables.optional(),
  }),
  (test, { processInstanceSelector, elementSelector: selector, variableNames = [], variables: wanted = {} }) =>
    onSomeInstance(test, processInstanceSelector.processDefinitionId, (instance) =>
      onSomeScope(test, instance, selector, (found) => {
        const missing = variableNames.filter((name) => !found.has(name));
        if (missing.length > 0) return `Expected variables ${missing.join(', ')}, but there are only ${[...found.keys()].join(', ') || 'none'}.`;
        return difference(wanted, Object.fromEntries([...found].map(([name, { value }]) => [name, value])));
      }),
    ),
);

const assertVariable = instruction(
  z.strictObject({
    ...typed('ASSERT_VARIABLE'),
    processInstanceSelector: processSelector,
    elementSelector: elementSelector.optional(),
    variableName: z.string().min(1),
    satisfiesExpression: z.string('only satisfiesExpression is supported; a judge or similarity is not'),
  }),
  (test, { processInstanceSelector, elementSelector: selector, variableName, satisfiesExpression }) =>
    onSomeInstance(test, processInstanceSelector.processDefinitionId, (instance) =>
      onSomeScope(test, instance, selector, (found) => {
        const variable = found.get(variableName);
        if (!variable) return `There is no variable '${variableName}'.`;
        const compiled = compileExpression(satisfiesExpression.replace(/^=/, ''));
        if (!compiled.ok) return `The expression can't be read: ${compiled.error.map(({ message }) => message).join('; ')}`;
        const result = compiled.value.evaluate(scopeOf({ [variableName]: variable.value }), { now: 0, zone: 'UTC', budget: { steps: 1_000_000 } });
        return result.ok && result.value === true ? null : `The variable '${variableName}' does not satisfy ${satisfiesExpression}: it is ${JSON.stringify(variable.value)}.`;
      }),
    ),
);

const assertDecision = instruction(
  z.strictObject({
    ...typed('ASSERT_DECISION'),
    decisionSelector,
    output: z.json().optional(),
    matchedRules: z.array(z.int()).optional(),
    notMatchedRules: z.array(z.int()).optional(),
    noMatchedRules: z.boolean().optional(),
  }),
  (test, { decisionSelector: { decisionDefinitionId, decisionDefinitionName }, output, matchedRules = [], notMatchedRules = [], noMatchedRules = false }) =>
    eventually(test, async () => {
      const decisions = (await test.engine.decisions()).filter(
        ({ decisionId, decisionName }) =>
          (decisionDefinitionId === undefined || decisionId === decisionDefinitionId) && (decisionDefinitionName === undefined || decisionName === decisionDefinitionName),
      );
      const failures = decisions.map(({ output: actual, matchedRules: matched }) => {
        if (output !== undefined && !sameJson(actual, output)) return `Expected the output ${JSON.stringify(output)}, but it is ${JSON.stringify(actual)}.`;
        const missing = matchedRules.filter((rule) => !matched.includes(rule));
        const unwanted = notMatchedRules.filter((rule) => matched.includes(rule));
        if (missing.length === 0 && unwanted.length === 0 && !(noMatchedRules && matched.length > 0)) return null;
        return `Rules ${matched.join(', ') || 'none'} matched${missing.length > 0 ? `, but ${missing.join(', ')} were expected` : ''}${unwanted.length > 0 ? `, but ${unwanted.join(', ')} were not` : ''}.`;
      });
      return someOf(failures, `The decision '${decisionDefinitionId ?? decisionDefinitionName}' was not evaluated.`);
    }),
);

const assertIncident = instruction(
  z.strictObject({
    ...typed('ASSERT_INCIDENT'),
    incidentSelector,
    state: z.enum(['IS_ACTIVE', 'IS_RESOLVED']).optional(),
    errorType: z.string().optional(),
    errorMessage: z.string().optional(),
    elementId: z.string().optional(),
  }),
  (test, { type: _, incidentSelector: selector, ...expected }) =>
    eventually(test, async () => {
      const incidents = (await test.engine.incidents()).filter((incident) => isIncident(selector, incident));
      const failures = incidents.map(({ state, type: errorType, message: errorMessage, elementId }) =>
        difference(expected, { state: state === 'active' ? 'IS_ACTIVE' : 'IS_RESOLVED', errorType, errorMessage, elementId }),
      );
      return someOf(failures, `There is no incident with ${describe(selector)}.`);
    }),
);

export const expectations = {
  ASSERT_PROCESS_INSTANCE: assertProcessInstance,
  ASSERT_ELEMENT_INSTANCE: assertElementInstance,
  ASSERT_ELEMENT_INSTANCES: assertElementInstances,
  ASSERT_PROCESS_INSTANCE_MESSAGE_SUBSCRIPTION: assertSubscription,
  ASSERT_USER_TASK: assertUserTask,
  ASSERT_VARIABLES: assertVariables,
  ASSERT_VARIABLE: assertVariable,
  ASSERT_DECISION: assertDecision,
  ASSERT_INCIDENT: assertIncident,
};

const someOf = (failures: readonly Failure[], none: string): Failure => (failures.includes(null) ? null : (failures.at(-1) ?? none));

function onSomeInstance(test: TestRun, processId: string, check: (instance: InstanceView) => Promise<Failure>): Promise<Failure> {
  return eventually(test, async () => {
    const instances = await test.engine.instances(processId);
    return someOf(await Promise.all(instances.map(check)), `There is no instance of '${processId}'.`);
  });
}

/** The variables of the process, or those local to an element. */
async function onSomeScope(
  { engine }: TestRun,
  instance: InstanceView,
  selector: z.output<typeof elementSelector> | undefined,
  check: (variables: ReadonlyMap<string, VariableView>) => Failure,
): Promise<Failure> {
  const all = await engine.allVariables(instance.key);
  const scopes = selector ? (await engine.elements(instance.key)).filter((element) => isElement(selector, element)).map(({ key }) => key) : [instance.key];
  const failures = scopes.map((scope) => check(new Map(all.flatMap((variable) => (variable.scopeKey === scope ? [[variable.name, variable] as const] : [])))));
  return someOf(failures, `There is no element with ${describe(selector ?? {})}.`);
}

function difference(wanted: object, actual: object): Failure {
  for (const [name, value] of Object.entries(wanted)) {
    const found = (actual as Record<string, unknown>)[name];
    if (value !== undefined && !sameJson(found, value)) return `Expected ${name} to be ${JSON.stringify(value)}, but it is ${JSON.stringify(found) ?? 'not set'}.`;
  }
  return null;
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const dates = (expected: { dueDate?: string | undefined; followUpDate?: string | undefined }): object =>
  Object.fromEntries((['dueDate', 'followUpDate'] as const).flatMap((name) => (expected[name] === undefined ? [] : [[name, new Date(expected[name]).toISOString()]])));
const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();

const activeAmong = (elements: readonly ElementView[]): string => {
  const active = elements.filter(({ state, type }) => state === 'active' && type !== 'PROCESS').map(({ elementId }) => elementId);
  return ` (active: ${[...new Set(active)].join(', ') || 'none'})`;
};

async function standing({ engine }: TestRun, { key }: InstanceView): Promise<string> {
  const incidents = (await engine.incidents()).filter(({ instanceKey, state }) => instanceKey === key && state === 'active');
  return `${activeAmong(await engine.elements(key))}${incidents.map(({ elementId, message }) => `; incident at '${elementId}': ${message}`).join('')}`;
}
