import { parentPort } from 'node:worker_threads';
import { evaluateForm, type Evaluated } from './evaluate-form.ts';

/** One submission to evaluate; `components` are sent with the first of their form only. */
export interface FormJob {
  readonly id: number;
  readonly form: number;
  readonly components?: readonly unknown[];
  readonly data: Record<string, unknown>;
}

export type FormAnswer = { readonly id: number } & ({ readonly evaluated: Evaluated } | { readonly failure: string });

/** The first message says that the libraries are loaded. */
export type ThreadMessage = 'ready' | FormAnswer;

const mostForms = 200;
const forms = new Map<number, readonly unknown[]>();

globalThis.fetch = () => Promise.reject(new Error('Forms fetch nothing.'));

parentPort?.on('message', (job: FormJob) => parentPort?.postMessage(answer(job)));
parentPort?.postMessage('ready' satisfies ThreadMessage);

function answer({ id, form, components, data }: FormJob): FormAnswer {
  if (components !== undefined) remember(form, components);
  const known = forms.get(form);
  if (known === undefined) return { id, failure: 'unknown form' };
  try {
    return { id, evaluated: evaluateForm({ components: known, data }) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}

function remember(form: number, components: readonly unknown[]): void {
  const [oldest] = forms.keys();
  if (forms.size >= mostForms && oldest !== undefined) forms.delete(oldest);
  forms.set(form, components);
}
