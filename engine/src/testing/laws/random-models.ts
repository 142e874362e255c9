import fc from 'fast-check';
import type { BoundaryEventModel, CatchTriggerModel, ElementModel, FlowModel, MultiInstanceModel, ProcessModel, StartEventModel } from '../../kernel/index.ts';

/** A well-formed process as a tree: what a modeler would draw block by block. */
export type Block =
  | { readonly type: 'task'; readonly kind: TaskKind; readonly boundary: Boundary | null; readonly loop: Loop | null }
  | { readonly type: 'wait'; readonly trigger: 'timer' | 'message' }
  | { readonly type: 'sequence'; readonly parts: readonly Block[] }
  | { readonly type: 'choice'; readonly gateway: 'exclusive gateway' | 'inclusive gateway'; readonly branches: readonly Block[]; readonly withDefault: boolean }
  | { readonly type: 'fork'; readonly branches: readonly Block[] }
  | { readonly type: 'race'; readonly branches: readonly [Block, Block] }
  | { readonly type: 'repeat'; readonly body: Block; readonly rounds: number }
  | { readonly type: 'scope'; readonly body: Block; readonly end: 'none' | 'terminate' | 'error'; readonly boundary: Boundary | null; readonly loop: Loop | null; readonly reaction: Reaction | null };

const taskKinds = ['manual task', 'user task', 'service task', 'script task', 'call activity'] as const;
type TaskKind = (typeof taskKinds)[number];

interface Boundary {
  readonly trigger: 'timer' | 'cycle' | 'message' | 'error';
  readonly interrupting: boolean;
}

interface Reaction extends Boundary {
  readonly body: Block;
}

interface Loop {
  readonly sequential: boolean;
  readonly size: number;
  readonly enough: number | null;
}

const loop = fc.record({ sequential: fc.boolean(), size: fc.integer({ min: 0, max: 3 }), enough: fc.option(fc.integer({ min: 1, max: 3 })) });
const boundary = fc.record({ trigger: fc.constantFrom('timer', 'cycle', 'message', 'error'), interrupting: fc.boolean() });
const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 2 });

const reactionOf = (body: fc.Arbitrary<Block>): fc.Arbitrary<Reaction> => fc.record({ trigger: fc.constantFrom('timer', 'cycle', 'message', 'error'), interrupting: fc.boolean(), body });

const { block } = fc.letrec<{ block: Block }>((tie) => {
  const inner = tie('block');
  const branches = fc.array(inner, { minLength: 2, maxLength: 3 });
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ type: fc.constant('task'), kind: fc.constantFrom(...taskKinds), boundary: rarely(boundary), loop: rarely(loop) }),
      fc.record({ type: fc.constant('wait'), trigger: fc.constantFrom('timer', 'message') }),
      fc.record({ type: fc.constant('sequence'), parts: fc.array(inner, { minLength: 1, maxLength: 3 }) }),
      fc.record({ type: fc.constant('choice'), gateway: fc.constantFrom('exclusive gateway', 'inclusive gateway'), branches, withDefault: fc.boolean() }),
      fc.record({ type: fc.constant('fork'), branches }),
      fc.record({ type: fc.constant('race'), branches: fc.tuple(inner, inner) }),
      fc.record({ type: fc.constant('repeat'), body: inner, rounds: fc.integer({ min: 1, max: 3 }) }),
      fc.record({
        type: fc.constant('scope'),
        body: inner,
        end: fc.constantFrom('none', 'terminate', 'error'),
        boundary: rarely(boundary),
        loop: rarely(loop),
        reaction: rarely(reactionOf(inner)),
      }),
    ) as fc.Arbitrary<Block>,
  };
});

/** Well-formed processes of every element that has an effect of its own. */
export const randomModel: fc.Arbitrary<ProcessModel> = fc.tuple(block, rarely(reactionOf(block))).map(([body, reaction]) => new Assembler().assemble(body, reaction));

type Draft = { -readonly [K in keyof ElementModel]: ElementModel[K] } & { incoming: string[]; outgoing: string[] };

/** Turns a block into elements and flows. */
class Assembler {
  private readonly elements: Record<string, Draft> = {};
  private readonly flows: Record<string, FlowModel> = {};
  private count = 0;

  assemble(body: Block, reaction: Reaction | null): ProcessModel {
    this.add({ type: 'process', id: 'process' });
    this.fill('process', body, this.add({ type: 'start event', id: 'start', scope: 'process' }), { type: 'end event', id: 'end', scope: 'process' });
    if (reaction) this.drawReaction(reaction, 'process');
    for (const element of Object.values(this.elements)) {
      if (element.incoming.length === 0) delete (element as Partial<Draft>).incoming;
      if (element.outgoing.length === 0) delete (element as Partial<Draft>).outgoing;
    }
    return { processId: 'process', elements: this.elements as Record<string, ElementModel>, flows: this.flows };
  }

  private fill(scope: string, body: Block, start: string, end: ElementModel): void {
    const last = this.draw(body, scope, start);
    this.connect(last, this.add(end));
  }

  /** Draws a block behind an element, and gives the element that the next is drawn behind. */
  private draw(drawn: Block, scope: string, from: string): string {
    switch (drawn.type) {
      case 'task':
        return this.drawTask(drawn, scope, from);
      case 'wait':
        return this.follow(from, { type: 'intermediate catch event', id: this.id(drawn.trigger), scope, trigger: this.trigger(drawn.trigger) });
      case 'sequence':
        return drawn.parts.reduce((last, part) => this.draw(part, scope, last), from);
      case 'choice':
        return this.drawChoice(drawn, scope, from);
      case 'fork': {
        const fork = this.follow(from, { type: 'parallel gateway', id: this.id('fork'), scope });
        return this.join(drawn.branches.map((branch) => this.draw(branch, scope, fork)), { type: 'parallel gateway', id: this.id('join'), scope });
      }
      case 'race': {
        const gateway = this.follow(from, { type: 'event-based gateway', id: this.id('race'), scope });
        const events = (['timer', 'message'] as const).map((kind) => this.follow(gateway, { type: 'intermediate catch event', id: this.id(kind), scope, trigger: this.trigger(kind) }));
        return this.join(drawn.branches.map((branch, index) => this.draw(branch, scope, events[index] as string)), { type: 'exclusive gateway', id: this.id('merge'), scope });
      }
      case 'repeat':
        return this.drawRepeat(drawn, scope, from);
      case 'scope':
        return this.drawScope(drawn, scope, from);
    }
  }

  private drawTask({ kind, boundary: attached, loop: repeated }: Block & { type: 'task' }, scope: string, from: string): string {
    const base = { id: this.id(kind.slice(0, 4)), scope, ...(repeated && { loop: multiInstance(repeated) }) };
    return this.attach(this.follow(from, taskOf(kind, base)), attached, scope);
  }

  private drawChoice({ gateway, branches, withDefault }: Block & { type: 'choice' }, scope: string, from: string): string {
    const split = this.follow(from, { type: gateway, id: this.id('split'), scope });
    const ends = branches.map((branch, index) => {
      const before = (this.elements[split] as Draft).outgoing.length;
      const last = this.draw({ type: 'sequence', parts: [{ type: 'task', kind: 'manual task', boundary: null, loop: null }, branch] }, scope, split);
      const flow = (this.elements[split] as Draft).outgoing[before] as string;
      if (withDefault && index === 0) (this.elements[split] as { defaultFlow?: string }).defaultFlow = flow;
      else this.flows[flow] = { ...(this.flows[flow] as FlowModel), condition: `=n > ${index - 1}` };
      return last;
    });
    return this.join(ends, { type: gateway, id: this.id('merge'), scope });
  }

  private drawRepeat({ body, rounds }: Block & { type: 'repeat' }, scope: string, from: string): string {
    const counter = this.id('rounds');
    const begin = this.follow(from, { type: 'script task', id: this.id('zero'), scope, work: { type: 'expression', expression: '=0', resultVariable: counter } });
    const merge = this.follow(begin, { type: 'exclusive gateway', id: this.id('again'), scope });
    const count = this.follow(merge, { type: 'script task', id: this.id('count'), scope, work: { type: 'expression', expression: `=${counter} + 1`, resultVariable: counter } });
    const more = this.follow(this.draw(body, scope, count), { type: 'exclusive gateway', id: this.id('more'), scope });
    const back = this.connect(more, merge);
    this.flows[back] = { ...(this.flows[back] as FlowModel), condition: `=${counter} < ${rounds}` };
    const out = this.follow(more, { type: 'manual task', id: this.id('out'), scope });
    (this.elements[more] as { defaultFlow?: string }).defaultFlow = (this.elements[more] as Draft).outgoing[1] as string;
    return out;
  }

  private drawScope({ body, end, boundary: attached, loop: repeated, reaction }: Block & { type: 'scope' }, scope: string, from: string): string {
    const id = this.follow(from, { type: 'subprocess', id: this.id('scope'), scope, ...(repeated && { loop: multiInstance(repeated) }) });
    const trigger = end === 'error' ? { type: 'error' as const, code: 'failed' } : end === 'terminate' ? { type: 'terminate' as const } : undefined;
    this.fill(id, body, this.add({ type: 'start event', id: this.id('begin'), scope: id }), { type: 'end event', id: this.id('done'), scope: id, ...(trigger && { trigger }) });
    if (reaction) this.drawReaction(reaction, id);
    return this.attach(id, attached, scope);
  }

  private drawReaction(reaction: Reaction, scope: string): void {
    const around = this.add({ type: 'event subprocess', id: this.id('reaction'), scope });
    const start: StartEventModel = { type: 'start event', id: this.id('on'), scope: around, trigger: this.trigger(reaction.trigger), ...interrupting(reaction) };
    this.fill(around, reaction.body, this.add(start), { type: 'end event', id: this.id('reacted'), scope: around });
  }

  private attach(host: string, attached: Boundary | null, scope: string): string {
    if (!attached) return host;
    const event: BoundaryEventModel = { type: 'boundary event', id: this.id('at'), scope, host, trigger: this.trigger(attached.trigger), ...interrupting(attached) };
    const id = this.add(event);
    if (!event.nonInterrupting) return this.join([host, id], { type: 'exclusive gateway', id: this.id('merge'), scope });
    this.follow(id, { type: 'end event', id: this.id('aside'), scope });
    return host;
  }

  private join(ends: readonly string[], gateway: ElementModel): string {
    const id = this.add(gateway);
    for (const end of ends) this.connect(end, id);
    return id;
  }

  private follow(from: string, element: ElementModel): string {
    const id = this.add(element);
    this.connect(from, id);
    return id;
  }

  private add(element: ElementModel): string {
    this.elements[element.id] = { ...element, incoming: [], outgoing: [] } as Draft;
    return element.id;
  }

  private connect(source: string, target: string): string {
    const id = this.id('flow');
    this.flows[id] = { id, source, target };
    this.elements[source]?.outgoing.push(id);
    this.elements[target]?.incoming.push(id);
    return id;
  }

  private id(name: string): string {
    return `${name}${++this.count}`;
  }

  private trigger(kind: Boundary['trigger']): Extract<CatchTriggerModel, { type: 'timer' | 'message' | 'error' }> {
    if (kind === 'error') return this.count % 2 === 0 ? { type: 'error' } : { type: 'error', code: 'failed' };
    if (kind === 'message') return { type: 'message', name: 'news', correlationKey: '=string(n)' };
    return kind === 'cycle' ? { type: 'timer', kind: 'cycle', value: 'R2/PT1H' } : { type: 'timer', kind: 'duration', value: 'PT1H' };
  }
}

function taskOf(kind: TaskKind, base: { readonly id: string; readonly scope: string }): ElementModel {
  switch (kind) {
    case 'service task':
      return { ...base, type: kind, job: { jobType: 'work', retries: '2' } };
    case 'script task':
      return { ...base, type: kind, work: { type: 'expression', expression: '=n + 1', resultVariable: 'n' } };
    case 'call activity':
      return { ...base, type: kind, processId: 'called', binding: { type: 'latest' }, propagateAllChildVariables: true, propagateAllParentVariables: true };
    case 'manual task':
    case 'user task':
      return { ...base, type: kind };
  }
}

/** A cycle interrupts nothing, an error always does. */
const interrupting = ({ trigger, interrupting: wanted }: Boundary): { readonly nonInterrupting?: boolean } =>
  trigger === 'cycle' || (trigger !== 'error' && !wanted) ? { nonInterrupting: true } : {};

const multiInstance = ({ sequential, size, enough }: Loop): MultiInstanceModel => ({
  ...(sequential && { sequential }),
  inputCollection: `=for i in 1..${size} return i`.replace('1..0', '[]'),
  inputElement: 'item',
  outputCollection: 'items',
  outputElement: '=item + n',
  ...(enough !== null && { completionCondition: `=numberOfCompletedInstances >= ${enough}` }),
});
