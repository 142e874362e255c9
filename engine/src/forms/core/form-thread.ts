import { Worker } from 'node:worker_threads';
import type { FormSchema } from '../schema/form-schema.ts';
import type { Evaluated } from './evaluate-form.ts';
import type { FormAnswer, FormJob, ThreadMessage } from './form-worker.ts';
import { prepareComponents } from './prepare-components.ts';

/** What came of an evaluation; `failure` is for the log, not for people. */
export type ThreadOutcome = { readonly kind: 'evaluated'; readonly evaluated: Evaluated } | { readonly kind: 'failed'; readonly failure: string };

interface Waiting {
  readonly job: FormJob;
  readonly schema: FormSchema;
  readonly answer: (outcome: ThreadOutcome) => void;
}

/** Milliseconds that a new thread may take to load; on a busy machine it takes seconds. */
const loadLimit = 30_000;

const workerUrl = new URL(import.meta.url.endsWith('.ts') ? './form-worker.ts' : './form-worker.js', import.meta.url);

/** A thread that evaluates submissions one after the other, each within the time limit; one that takes longer is ended with its thread, and the next gets a new one. */
export class FormThread {
  private readonly timeLimit: number;
  private worker: Worker | null = null;
  private isReady = false;
  private current: { readonly waiting: Waiting; timer: NodeJS.Timeout } | null = null;
  private readonly queue: Waiting[] = [];
  private readonly ids = new WeakMap<FormSchema, number>();
  private known = new Set<number>();
  private counter = 0;

  /** @param timeLimit milliseconds a submission */
  constructor(timeLimit: number) {
    this.timeLimit = timeLimit;
  }

  evaluate(schema: FormSchema, data: Record<string, unknown>): Promise<ThreadOutcome> {
    const form = this.ids.get(schema) ?? ++this.counter;
    this.ids.set(schema, form);
    return new Promise((answer) => {
      this.queue.push({ job: { id: ++this.counter, form, data }, schema, answer });
      this.next();
    });
  }

  /** Ends the thread; what still waits fails. */
  async close(): Promise<void> {
    const waiting = [...(this.current === null ? [] : [this.current.waiting]), ...this.queue.splice(0)];
    if (this.current !== null) clearTimeout(this.current.timer);
    this.current = null;
    const worker = this.worker;
    this.drop();
    for (const { answer } of waiting) answer({ kind: 'failed', failure: 'closed' });
    await worker?.terminate();
  }

  private next(): void {
    if (this.current !== null) return;
    const waiting = this.queue.shift();
    if (waiting === undefined) return;
    const worker = this.worker ?? this.start();
    const { job, schema } = waiting;
    this.current = { waiting, timer: this.watch() };
    worker.ref();
    worker.postMessage(this.known.has(job.form) ? job : { ...job, components: prepareComponents(schema.components) });
    this.known.add(job.form);
  }

  private start(): Worker {
    const worker = new Worker(workerUrl, { env: {}, resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 } });
    worker.unref();
    worker.on('message', (message: ThreadMessage) => this.worker === worker && (message === 'ready' ? this.beReady() : this.receive(message)));
    worker.on('error', (error) => this.worker === worker && this.giveUp(error.message));
    this.worker = worker;
    this.isReady = false;
    return worker;
  }

  /** The time limit is for the submission; what a new thread takes to load its libraries has one of its own. */
  private watch(): NodeJS.Timeout {
    const limit = this.isReady ? this.timeLimit : loadLimit;
    return setTimeout(() => this.giveUp(`took longer than ${limit} ms`), limit);
  }

  private beReady(): void {
    this.isReady = true;
    if (this.current === null) return;
    clearTimeout(this.current.timer);
    this.current.timer = this.watch();
  }

  private receive(answer: FormAnswer): void {
    if (this.current?.waiting.job.id !== answer.id) return;
    if ('failure' in answer && answer.failure === 'unknown form') {
      this.known.delete(this.current.waiting.job.form);
      this.queue.unshift(this.current.waiting);
      this.finish(null);
    } else this.finish('failure' in answer ? { kind: 'failed', failure: answer.failure } : { kind: 'evaluated', evaluated: answer.evaluated });
  }

  private giveUp(failure: string): void {
    const worker = this.worker;
    this.drop();
    void worker?.terminate();
    this.finish({ kind: 'failed', failure });
  }

  private drop(): void {
    this.worker = null;
    this.known = new Set();
  }

  private finish(outcome: ThreadOutcome | null): void {
    const current = this.current;
    this.current = null;
    if (current !== null) {
      clearTimeout(current.timer);
      if (outcome !== null) current.waiting.answer(outcome);
    }
    this.worker?.unref();
    this.next();
  }
}
