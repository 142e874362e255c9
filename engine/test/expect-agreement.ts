import { sql } from 'kysely';
import { expect } from 'vitest';
import { isEnded, newSnapshot, step, type KernelCommand, type KernelEvent, type KernelFact, type ProcessModel, type Snapshot } from '../src/kernel/index.ts';
import type { InstanceSettings } from '../src/runtime/index.ts';
import { auditOfTurn } from '../src/store/audit/audit-of-turn.ts';
import { elementsOfInstance, findRunnable, readContent, readTurns, type LoggedTurn, type Store, type Tx } from '../src/store/index.ts';

/** An instance as the kernel has it when it goes through the step log once more. */
export interface Replayed {
  readonly snapshot: Snapshot;
  readonly turns: readonly LoggedTurn[];
}

/**
 * Takes the step log of an instance through the kernel and expects every table to say the same: elements, variables, tasks, timers,
 * subscriptions, audit lines, the instance itself. What was written twice, or not at all, shows here.
 */
export async function expectAgreement(store: Store, tenantId: string, processInstanceKey: string): Promise<Replayed> {
  return store.inTenant(tenantId, async (tx) => {
    await sql`set transaction isolation level repeatable read`.execute(tx);
    const instance = (await findRunnable(tx, processInstanceKey))!;
    const turns = await readTurns(tx, processInstanceKey, 0, 1_000);
    expect(turns.map((turn) => turn.step)).toEqual(turns.map((_, index) => index));
    const { snapshot, facts, commands, auditLines } = await replay(tx, instance, turns);

    expect(instance.state).toBe(snapshot.state === 'active' ? 'ACTIVE' : snapshot.state === 'completed' ? 'COMPLETED' : 'TERMINATED');
    expect(byKey((await elementsOfInstance(tx, processInstanceKey)).map(({ elementInstanceKey, elementId, state }) => [elementInstanceKey, `${elementId} ${state}`])))
      .toEqual(byKey(elementsIn(facts)));
    expect(byKey(await rows(tx, 'variables', ['scope_key', 'name'], 'value'))).toEqual(byKey(variablesIn(facts)));
    expect(byKey(await rows(tx, 'user_tasks', ['user_task_key'], 'state'))).toEqual(byKey(tasksIn(commands)));
    expect((await rows(tx, 'timers', ['timer_key'], 'element_id')).map(([key]) => key).toSorted()).toEqual(waitsOf(snapshot, 'timer'));
    const subscriptions = await rows(tx, 'message_subscriptions', ['message_subscription_key'], 'state');
    expect(subscriptions.filter(([, state]) => state === 'CREATED').map(([key]) => key).toSorted()).toEqual(waitsOf(snapshot, 'subscription'));
    const audited = await tx.selectFrom('audit_log').select((query) => query.fn.countAll<string>().as('lines')).where('stream', '=', `process-instance/${processInstanceKey}`).executeTakeFirstOrThrow();
    expect(Number(audited.lines)).toBe(auditLines);
    expect(isEnded(snapshot)).toBe(instance.state !== 'ACTIVE');
    return { snapshot, turns };

    async function rows(of: Tx, table: 'variables' | 'user_tasks' | 'timers' | 'message_subscriptions', key: readonly string[], value: string): Promise<[string, string][]> {
      const found = (await of.selectFrom(table).select([...key, value] as never[]).where('process_instance_key', '=', processInstanceKey).execute()) as unknown as Record<string, string>[];
      return found.map((row) => [key.map((column) => row[column]).join(' '), row[value]!]);
    }
  });
}

async function replay(tx: Tx, instance: { readonly processInstanceKey: string; readonly modelHash: string; readonly parent: unknown }, turns: readonly LoggedTurn[]) {
  const model = JSON.parse(await readContent(tx, instance.modelHash)) as ProcessModel;
  const [first] = turns[0]!.events;
  if (first?.type !== 'instance started' || !first.pinned) throw new Error('the first event starts the instance, and holds what was pinned');
  const settings = JSON.parse(await readContent(tx, first.pinned.settingsHash)) as InstanceSettings;
  let snapshot = newSnapshot(model, { processInstanceKey: instance.processInstanceKey, ...settings, called: instance.parent !== null });
  const facts: KernelFact[] = [];
  const commands: KernelCommand[] = [];
  let auditLines = 0;
  for (const turn of turns) {
    const own = { facts: [] as KernelFact[], commands: [] as KernelCommand[] };
    for (const event of turn.events) {
      const result = step(model, snapshot, await withModel(tx, event));
      snapshot = result.snapshot;
      own.facts.push(...result.facts);
      own.commands.push(...result.commands);
    }
    auditLines += auditOfTurn({
      tenantId: '', processInstanceKey: instance.processInstanceKey, step: turn.step, eventId: turn.events[0]!.id, events: turn.events, at: turn.events[0]!.at,
      actor: { type: 'system', id: '', name: '' }, commands: own.commands, facts: own.facts,
    }).length;
    facts.push(...own.facts);
    commands.push(...own.commands);
  }
  return { snapshot, facts, commands, auditLines };
}

async function withModel(tx: Tx, event: LoggedTurn['events'][number]): Promise<KernelEvent> {
  if (event.type !== 'definition resolved' || !event.outcome.found || event.outcome.definition.kind !== 'decision') return event as KernelEvent;
  const { modelHash, ...decision } = event.outcome.definition;
  return { ...event, outcome: { found: true, definition: { ...decision, model: JSON.parse(await readContent(tx, modelHash)) } } } as KernelEvent;
}

function elementsIn(facts: readonly KernelFact[]): Iterable<readonly [string, string]> {
  const elements = new Map<string, string>();
  for (const fact of facts) {
    if (fact.type === 'element entered') elements.set(fact.elementInstanceKey, `${fact.elementId} ACTIVE`);
    if (fact.type === 'element completed') elements.set(fact.elementInstanceKey, `${fact.elementId} COMPLETED`);
    if (fact.type === 'element terminated') elements.set(fact.elementInstanceKey, `${fact.elementId} TERMINATED`);
  }
  return elements;
}

function variablesIn(facts: readonly KernelFact[]): Iterable<readonly [string, string]> {
  const variables = new Map<string, string>();
  for (const fact of facts) if (fact.type === 'variable set') variables.set(`${fact.scopeKey} ${fact.name}`, JSON.stringify(fact.new));
  return variables;
}

function tasksIn(commands: readonly KernelCommand[]): Iterable<readonly [string, string]> {
  const tasks = new Map<string, string>();
  for (const command of commands) {
    if (command.type === 'open user task') tasks.set(command.userTaskKey, 'CREATED');
    if (command.type === 'close user task') tasks.set(command.userTaskKey, command.outcome === 'completed' ? 'COMPLETED' : 'CANCELED');
  }
  return tasks;
}

const waitsOf = (snapshot: Snapshot, type: string): string[] => snapshot.waits.flatMap((wait) => (wait.type === type ? [wait.key] : [])).toSorted();

const byKey = (pairs: Iterable<readonly [string, string]>): Record<string, string> => Object.fromEntries([...pairs].toSorted(([a], [b]) => (a < b ? -1 : 1)));
