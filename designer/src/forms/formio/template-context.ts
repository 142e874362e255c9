/** What Form.io hands to a template, as far as ours read it. */
export interface TemplateContext {
  readonly component: FormioComponentSchema;
  readonly instance: FormioInstance;
  readonly self: FormioInstance;
  readonly id: string;
  readonly key: string;
  readonly disabled: boolean;
  readonly builder: boolean;
  readonly value: unknown;
  readonly label: { readonly hidden: boolean; readonly className: string; readonly labelPosition?: string };
  /** Translates; `_userInput` marks words of the form itself. */
  t(text: string | undefined, params?: Record<string, unknown>): string;
  readonly [more: string]: unknown;
}

export interface FormioComponentSchema {
  readonly type: string;
  readonly key: string;
  readonly label?: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly title?: string;
  readonly legend?: string;
  readonly inline?: boolean;
  readonly collapsible?: boolean;
  readonly hideLabel?: boolean;
  readonly addAnother?: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly validate?: { readonly required?: boolean; readonly maxLength?: number | '' };
}

export interface FormioInstance {
  readonly id: string;
  readonly root?: { readonly id: string };
}

export type Template = (context: TemplateContext) => string;

/** Text as text: what a form or a value says is never read as HTML. */
export function escaped(text: unknown): string {
  return String(text ?? '').replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Words of the form, translated and escaped. */
export function words({ t }: TemplateContext, text: string | undefined): string {
  return escaped(t(text, { _userInput: true }));
}

/** Ids by which field, label, help and message find each other. */
export function idsOf({ instance, component }: TemplateContext): { readonly field: string; readonly label: string; readonly help: string; readonly message: string } {
  const id = `${instance.id}-${component.key}`;
  return { field: id, label: `l-${id}`, help: `d-${id}`, message: `m-${id}` };
}

export function attributes(pairs: Readonly<Record<string, unknown>>): string {
  return Object.entries(pairs)
    .filter(([, value]) => value !== undefined && value !== null && value !== false && value !== '')
    .map(([name, value]) => (value === true ? name : `${name}="${escaped(value)}"`))
    .join(' ');
}

/** The attributes that tell a screen reader what a field is called, whether it is required and where its help and message stand. */
export function describing(context: TemplateContext): Record<string, unknown> {
  const ids = idsOf(context);
  return {
    'aria-labelledby': ids.label,
    'aria-describedby': [context.component.description && ids.help, ids.message].filter(Boolean).join(' '),
    'aria-required': context.component.validate?.required === true && !context.disabled ? 'true' : undefined,
  };
}
