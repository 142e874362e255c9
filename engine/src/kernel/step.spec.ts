import { describe, expect, it } from 'vitest';
import { canAccept, isEnded, limits, newSnapshot, step, type BusinessCalendar, type EventBody, type KernelEvent, type ProcessModel, type Snapshot } from './index.ts';

const model: ProcessModel = {
  processId: 'p',
  elements: {
    p: { type: 'process', id: 'p' },
    s: { type: 'start event', id: 's', scope: 'p', outgoing: ['f1'] },
    u: { type: 'user task', id: 'u', scope: 'p', incoming: ['f1'], outgoing: ['f2'] },
    t: { type: 'intermediate catch event', id: 't', scope: 'p', incoming: ['f2'], trigger: { type: 'timer', kind: 'duration', value: 'PT1H' } },
  },
  flows: { f1: { id: 'f1', source: 's', target: 'u' }, f2: { id: 'f2', source: 'u', target: 't' } },
};

const instanceKey = ((7n << 32n) << 20n).toString();
const fresh = newSnapshot(model, { processInstanceKey: instanceKey, zone: 'UTC', calendars: [], called: false });
const event = (body: EventBody): KernelEvent => ({ id: 'e', at: 1_770_000_000_000, ...body });
const started = step(model, fresh, event({ type: 'instance started', variables: { a: 1 } }));
const userTaskKey = started.commands.flatMap((command) => (command.type === 'open user task' ? [command.userTaskKey] : []))[0] ?? '';

describe('step', () => {
  it('gives commands and facts, and leaves the snapshot it was given alone', () => {
    expect(fresh.state).toBe('created');
    expect(started.snapshot.state).toBe('active');
    expect(started.commands.map(({ type }) => type)).toEqual(['open user task']);
    expect(started.facts.map((fact) => (fact.type === 'element entered' ? `enter ${fact.elementId}` : fact.type))).toEqual(['enter p', 'variable set', 'enter s', 'element completed', 'flow taken', 'enter u']);
  });

  it('changes nothing by an event that is refused', () => {
    const again = event({ type: 'user task completed', userTaskKey: '1', variables: {} });
    const result = step(model, started.snapshot, again);
    expect(result).toEqual({ snapshot: started.snapshot, commands: [], facts: [] });
    expect(result.snapshot).toBe(started.snapshot);
  });

  it('names keys after the instance: its key plus 1, 2, ...', () => {
    const keys = started.facts.flatMap((fact) => ('elementInstanceKey' in fact && fact.type === 'element entered' ? [BigInt(fact.elementInstanceKey) - BigInt(instanceKey)] : []));
    expect(keys[0]).toBe(0n);
    expect(keys.every((key) => key < 20n)).toBe(true);
    expect(new Set([...keys, BigInt(userTaskKey) - BigInt(instanceKey)]).size).toBe(keys.length + 1);
  });
});

describe('the calendar of a process', () => {
  const calendars = ['suzhou', 'munich'].map((id): BusinessCalendar => ({ id, zone: 'UTC', week: [], holidays: [], workdays: [] }));
  const calendarsOf = (calendar?: string) => newSnapshot({ ...model, ...(calendar !== undefined && { calendar }) }, { ...fresh.context, calendars }).context.calendars.map(({ id }) => id);

  it('comes before the others', () => {
    expect(calendarsOf()).toEqual(['suzhou', 'munich']);
    expect(calendarsOf('munich')).toEqual(['munich', 'suzhou']);
  });

  it('is replaced by no other', () => expect(calendarsOf('boston')).toEqual([]));
});

describe('a block of keys', () => {
  const next = ((8n << 32n) << 20n).toString();
  const complete = (snapshot: Snapshot) => step(model, snapshot, event({ type: 'user task completed', userTaskKey, variables: { b: 1 } }));
  const withKeys = (keys: Partial<Snapshot['keys']>): Snapshot => ({ ...started.snapshot, keys: { ...started.snapshot.keys, ...keys } });

  it('is asked for once, when half of the one before is used', () => {
    const asked = complete(withKeys({ used: limits.keysBeforeNextBlock - 1 }));
    expect(asked.commands.filter(({ type }) => type === 'draw keys')).toHaveLength(1);
    expect(canAccept(started.snapshot, event({ type: 'keys granted', first: next }))).toMatchObject({ reason: 'keys not asked for' });
    const granted = step(model, asked.snapshot, event({ type: 'keys granted', first: next }));
    expect(granted.snapshot.keys).toMatchObject({ first: instanceKey, next });
  });

  it('is begun when the one before is used up', () => {
    const { snapshot, facts } = complete(withKeys({ used: limits.keysPerBlock - 2, next, asked: true }));
    const keys = facts.flatMap((fact) => (fact.type === 'variable set' ? [fact.variableKey] : fact.type === 'element entered' ? [fact.elementInstanceKey] : []));
    expect(keys).toEqual([(BigInt(instanceKey) + 2n ** 20n - 1n).toString(), (BigInt(next) + 1n).toString()]);
    expect(snapshot.keys).toMatchObject({ first: next, next: null, asked: false });
  });
});

describe('an event', () => {
  const cases: readonly [what: string, snapshot: Snapshot, body: EventBody, reason: string | null][] = [
    ['before the start', fresh, { type: 'cancel requested' }, 'not started'],
    ['a second start', started.snapshot, { type: 'instance started', variables: {} }, 'already started'],
    ['an open task', started.snapshot, { type: 'user task completed', userTaskKey, variables: {} }, null],
    ['a task that is not there', started.snapshot, { type: 'user task completed', userTaskKey: '1', variables: {} }, 'user task not open'],
    ['a key of another kind', started.snapshot, { type: 'job completed', jobKey: userTaskKey, variables: {} }, 'job not there'],
    ['a timer', started.snapshot, { type: 'timer fired', timerKey: '1' }, 'timer not armed'],
    ['a message', started.snapshot, { type: 'message correlated', subscriptionKey: '1', messageKey: '2', variables: {} }, 'subscription not open'],
    ['a resolution', started.snapshot, { type: 'definition resolved', resolutionKey: '1', outcome: { found: false, message: '' } }, 'resolution not asked for'],
    ['the end of a call', started.snapshot, { type: 'called instance ended', elementInstanceKey: '1', calledInstanceKey: '2', outcome: { type: 'terminated' } }, 'instance not called'],
    ['an incident', started.snapshot, { type: 'incident resolved', incidentKey: '1' }, 'incident not open'],
    ['a scope that is not active', started.snapshot, { type: 'variables updated', scopeKey: '1', variables: {}, local: true }, 'scope not active'],
    ['variables that are too large', started.snapshot, { type: 'user task completed', userTaskKey, variables: { big: 'x'.repeat(limits.variableSize) } }, 'variables too large'],
  ];
  for (const [what, snapshot, body, reason] of cases) {
    it(`${reason === null ? 'is accepted' : 'is refused'}: ${what}`, () => expect(canAccept(snapshot, event(body))?.reason ?? null).toBe(reason));
  }

  it('is refused when the instance has ended', () => {
    const { snapshot } = step(model, started.snapshot, event({ type: 'cancel requested' }));
    expect(isEnded(snapshot)).toBe(true);
    expect(canAccept(snapshot, event({ type: 'cancel requested' }))).toMatchObject({ reason: 'instance ended' });
  });
});

describe('a called instance', () => {
  const failing: ProcessModel = {
    ...model,
    elements: { ...model.elements, t: { type: 'end event', id: 't', scope: 'p', incoming: ['f2'], trigger: { type: 'error', code: '="E" + string(a)' } } },
  };
  const begin = (called: boolean) => step(failing, newSnapshot(failing, { processInstanceKey: instanceKey, zone: 'UTC', calendars: [], called }), event({ type: 'instance started', variables: { a: 1 } })).snapshot;

  it('passes an error that nobody catches up to its caller, and ends', () => {
    const { snapshot, commands } = step(failing, begin(true), event({ type: 'user task completed', userTaskKey, variables: {} }));
    expect(snapshot.state).toBe('failed');
    expect(commands.at(-1)).toEqual({ type: 'finish', outcome: { type: 'error', errorCode: 'E1', errorMessage: '', variables: {} } });
  });

  it('keeps it as an incident where nobody called', () => {
    const { snapshot } = step(failing, begin(false), event({ type: 'user task completed', userTaskKey, variables: {} }));
    expect(snapshot).toMatchObject({ state: 'active', incidents: [{ type: 'UNHANDLED_ERROR_EVENT', error: { code: 'E1' } }] });
  });

  it('drops the second report of its end', () => {
    const calling: ProcessModel = {
      processId: 'p',
      elements: { p: { type: 'process', id: 'p' }, s: { type: 'start event', id: 's', scope: 'p', outgoing: ['f'] }, c: { type: 'call activity', id: 'c', scope: 'p', incoming: ['f'], processId: 'q', binding: { type: 'latest' }, propagateAllChildVariables: true, propagateAllParentVariables: true } },
      flows: { f: { id: 'f', source: 's', target: 'c' } },
    };
    const asked = step(calling, newSnapshot(calling, { processInstanceKey: instanceKey, zone: 'UTC', calendars: [], called: false }), event({ type: 'instance started', variables: {} }));
    const [resolve] = asked.commands;
    if (resolve?.type !== 'resolve definition') throw new Error('no resolution was asked for');
    const definition = { kind: 'process' as const, processDefinitionKey: '9', processId: 'q', version: 1 };
    const calls = step(calling, asked.snapshot, event({ type: 'definition resolved', resolutionKey: resolve.resolutionKey, outcome: { found: true, definition } }));
    const ended = event({ type: 'called instance ended', elementInstanceKey: resolve.elementInstanceKey, calledInstanceKey: '10', outcome: { type: 'completed', variables: { r: 1 } } });
    const after = step(calling, calls.snapshot, ended);
    expect(after.commands).toEqual([{ type: 'finish', outcome: { type: 'completed', variables: { r: 1 } } }]);
    expect(step(calling, after.snapshot, ended)).toEqual({ snapshot: after.snapshot, commands: [], facts: [] });
  });
});
