import Webform from '@formio/js/lib/mjs/Webform';
import type { FormSchema } from '@loopwright/engine/forms';
import { cageFormio } from './caged-formio.ts';
import { formioTexts } from './formio-texts.ts';
import { prepareSchema } from './prepare-schema.ts';

export type FormValues = Record<string, unknown>;

/** What is wrong with a field: where, what it is called, and what is said about it. */
export interface FieldFault {
  readonly path: string;
  readonly label: string;
  readonly message: string;
}

export interface FormOptions {
  readonly language: string;
  readonly readOnly: boolean;
  readonly nameOf: (userId: string) => string;
  readonly formatDay: (day: string) => string;
  readonly formatMoment: (instant: string) => string;
  /** Called when the reader has changed the field at a path. */
  readonly onChange: (values: FormValues, path: string) => void;
}

/** A form on the page. */
export interface OpenForm {
  values(): FormValues;
  setValues(values: FormValues): Promise<void>;
  /** Checks all of it as if finished by this outcome, and marks what is wrong. Empty: all is right. */
  check(outcome: string): FieldFault[];
  /** Marks fields with what the server says of them. @returns those that have no field here */
  mark(faults: readonly { readonly path: string; readonly message: string }[]): FieldFault[];
  focus(path: string): void;
  close(): void;
}

interface WebformInstance {
  ready: Promise<unknown>;
  data: FormValues;
  errors: readonly { readonly message: string; readonly component?: { readonly label?: string }; readonly context?: { readonly path?: string } }[];
  setForm(schema: unknown): Promise<unknown>;
  setSubmission(submission: { data: FormValues }, flags?: object): Promise<unknown>;
  checkValidity(data: FormValues, dirty: boolean, row: FormValues, silent?: boolean): boolean;
  getComponent(path: string): WebformComponent | null;
  on(event: string, listener: (...args: never[]) => void): void;
  t(text: string, params?: object): string;
  destroy(all?: boolean): void;
}

interface Change {
  readonly changed?: { readonly instance?: { readonly path: string } };
}

interface WebformComponent {
  readonly component: { readonly label?: string };
  readonly visible: boolean;
  setCustomValidity(messages: readonly object[], dirty: boolean, external: boolean): void;
  focus(): void;
  readonly element?: HTMLElement;
}

/** Renders a form into `element`, inside the cage. */
export async function openForm(element: HTMLElement, schema: FormSchema, values: FormValues, options: FormOptions): Promise<OpenForm> {
  cageFormio();
  const form = new (Webform as unknown as new (element: HTMLElement, options: object) => WebformInstance)(element, {
    language: options.language,
    i18n: translationsOf(schema, options.language),
    readOnly: options.readOnly,
    noAlerts: true,
    sanitize: true,
    template: 'bootstrap',
    nameOf: options.nameOf,
    formatDay: options.formatDay,
    formatMoment: options.formatMoment,
  });
  form.on('change', (({ changed }: Change, _flags: unknown, modified: boolean) => modified && options.onChange(plain(form.data), changed?.instance?.path ?? '')) as never);
  await form.setForm(prepareSchema(schema));
  await form.setSubmission({ data: structuredClone(values) });

  const labelOf = (label: string | undefined): string => form.t(label ?? '', { _userInput: true });
  return {
    values: () => plain(form.data),
    setValues: async (next) => void (await form.setSubmission({ data: structuredClone(next) })),
    check: (outcome) => {
      form.data['outcome'] = outcome;
      const isRight = form.checkValidity(form.data, true, form.data);
      const faults = isRight ? [] : form.errors.map(({ message, component, context }) => ({ path: context?.path ?? '', label: labelOf(component?.label), message: readable(message) }));
      delete form.data['outcome'];
      return faults;
    },
    mark: (faults) =>
      faults.flatMap(({ path, message }) => {
        const field = path === '' ? null : form.getComponent(path);
        if (!field?.visible) return [{ path, label: labelOf(field?.component.label), message }];
        field.setCustomValidity([{ level: 'error', message, component: field.component }], true, true);
        return [];
      }),
    focus: (path) => {
      const field = form.getComponent(path);
      (field?.element?.querySelector<HTMLElement>('input, select, textarea, button') ?? field?.element)?.focus();
    },
    close: () => form.destroy(true),
  };
}

function translationsOf({ i18n = {} }: FormSchema, language: string): Record<string, Record<string, string>> {
  return { en: { ...formioTexts['en'], ...i18n['en'] }, [language]: { ...formioTexts[language], ...i18n[language] } };
}

function plain(data: FormValues): FormValues {
  const { submit: _button, outcome: _outcome, ...values } = structuredClone(data);
  return values;
}

/** Form.io escapes what stands in its messages. */
function readable(message: string): string {
  return message.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
