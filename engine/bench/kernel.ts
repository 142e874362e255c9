/**
 * How fast the kernel is by itself: elements passed in a second, steps of an instance that people work on, compile time, snapshot size.
 * Prints tables, and with --json one line of JSON as well.
 * usage: node engine/bench/kernel.ts [--json]
 */
import { readFileSync } from 'node:fs';
import { compileBpmn } from '../src/compile/bpmn/index.ts';
import { newSnapshot, step, type EventBody, type KernelCommand, type ProcessModel, type Snapshot } from '../src/kernel/index.ts';
import { drawChain, drawLoop, drawWide, drawWork } from './drawings/drawings.ts';

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What is good enough, where the design sets it; `most` is an upper bound. */
  readonly least?: number;
  readonly most?: number;
}

const context = { processInstanceKey: (1n << 40n).toString(), zone: 'Europe/Berlin', calendars: [], called: false };
const seconds = 1;

function modelOf(text: string): ProcessModel {
  const { processes, findings } = compileBpmn(text);
  if (!processes[0]) throw new Error(JSON.stringify(findings));
  return processes[0].model;
}

/** An instance that is driven step by step: every open user task is completed with what the caller gives. */
class Driven {
  snapshot: Snapshot;
  steps = 0;
  entered = 0;
  private readonly model: ProcessModel;
  private readonly open = new Set<string>();

  constructor(model: ProcessModel, variables: Record<string, number | string> = {}) {
    this.model = model;
    this.snapshot = newSnapshot(model, context);
    this.send({ type: 'instance started', variables });
  }

  /** False when nobody has anything to do any more. */
  work(variables: Record<string, number>): boolean {
    const [userTaskKey] = this.open;
    if (userTaskKey === undefined) return false;
    this.send({ type: 'user task completed', userTaskKey, variables });
    return true;
  }

  private send(body: EventBody): void {
    const { snapshot, commands, facts } = step(this.model, this.snapshot, { id: `${this.steps}`, at: 1_770_000_000_000 + this.steps, ...body });
    this.snapshot = snapshot;
    this.steps += 1;
    for (const fact of facts) if (fact.type === 'element entered') this.entered += 1;
    for (const command of commands) this.note(command);
  }

  private note(command: KernelCommand): void {
    if (command.type === 'open user task') this.open.add(command.userTaskKey);
    if (command.type === 'close user task') this.open.delete(command.userTaskKey);
    if (command.type === 'raise incident') throw new Error(command.message);
  }
}

/** What `run` counts in a second of processor time, running it again and again, after a warm-up. */
function perSecond(run: () => number): number {
  const during = (limit: number): number => {
    const start = cpuSeconds();
    let count = 0;
    while (cpuSeconds() - start < limit) count += run();
    return count / (cpuSeconds() - start);
  };
  during(seconds / 2);
  return Math.round(during(seconds));
}

/** Processor time of this process, so that a busy machine doesn't count. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function throughput(): readonly Row[] {
  const chain = modelOf(drawChain(1_000));
  const loop = modelOf(drawLoop());
  const work = modelOf(drawWork());
  const wide = modelOf(drawWide(500));
  const least = 200_000;
  return [
    { name: 'a chain of 1,000 tasks and gateways in one step', value: perSecond(() => new Driven(chain).entered), unit: 'elements/s', least },
    { name: 'a loop of 1,000 rounds with a script and a condition', value: perSecond(() => new Driven(loop, { n: 0, rounds: 1_000 }).entered), unit: 'elements/s', least },
    { name: 'four user tasks, a fork, a boundary timer: elements', value: perSecond(() => workThrough(work).entered), unit: 'elements/s' },
    { name: 'four user tasks, a fork, a boundary timer: steps', value: perSecond(() => workThrough(work).steps), unit: 'steps/s' },
    { name: '500 instances of a multi-instance user task, one after another', value: perSecond(() => workThrough(wide).steps), unit: 'steps/s' },
  ];
}

function workThrough(model: ProcessModel): Driven {
  const driven = new Driven(model);
  while (driven.work({ approved: 1 }));
  return driven;
}

function compileTimes(): readonly Row[] {
  const once = (text: string): number => {
    const runs = 10;
    modelOf(text);
    const start = cpuSeconds();
    for (let i = 0; i < runs; i++) modelOf(text);
    return Math.round(((cpuSeconds() - start) / runs) * 10_000) / 10;
  };
  return [
    { name: 'compile: 10 elements', value: once(drawWork()), unit: 'ms' },
    { name: 'compile: 500 elements', value: once(drawChain(500)), unit: 'ms' },
    { name: 'compile: eco-approval', value: once(shipped('eco-approval')), unit: 'ms' },
    { name: 'model as JSON: eco-approval', value: kilobytes(modelOf(shipped('eco-approval'))), unit: 'KB' },
  ];
}

function snapshotSizes(): readonly Row[] {
  const endless = new Driven(modelOf(drawWork({ endless: true })));
  for (let i = 0; i < 1_000; i++) endless.work({ approved: 1 });
  const wide = new Driven(modelOf(drawWide(500)));
  return [
    { name: `snapshot after ${endless.steps} steps of a looping process`, value: kilobytes(endless.snapshot), unit: 'KB', most: 64 },
    { name: 'snapshot with 500 open user tasks', value: kilobytes(wide.snapshot), unit: 'KB' },
  ];
}

const shipped = (name: string): string => readFileSync(new URL(`../../workflows/${name}.bpmn`, import.meta.url), 'utf8');
const kilobytes = (data: object): number => Math.round(JSON.stringify(data).length / 102.4) / 10;

function verdict({ value, least, most }: Row): string {
  if (least !== undefined) return `${value >= least ? 'within' : 'BELOW'} ${least.toLocaleString('en')}`;
  return most === undefined ? '' : `${value <= most ? 'within' : 'ABOVE'} ${most}`;
}

const rows = [...throughput(), ...compileTimes(), ...snapshotSizes()];
for (const row of rows) console.log(`${row.name.padEnd(66)} ${row.value.toLocaleString('en').padStart(12)} ${row.unit.padEnd(11)} ${verdict(row)}`);
if (process.argv.includes('--json')) console.log(JSON.stringify({ bench: 'kernel', rows }));
