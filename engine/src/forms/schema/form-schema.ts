import type { Json } from '../../kernel/index.ts';

/** A Form.io form, as far as we read it. Texts stand in English and are keys of `i18n`. */
export interface FormSchema {
  readonly id: string;
  readonly title: string;
  /** Texts by language: `{ "zh-CN": { "Title": "标题" } }`. */
  readonly i18n?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly components: readonly FormComponent[];
}

export interface FormComponent {
  readonly type: string;
  readonly key: string;
  readonly label?: string;
  readonly hidden?: boolean;
  readonly disabled?: boolean;
  readonly multiple?: boolean;
  readonly clearOnHide?: boolean;
  readonly defaultValue?: Json;
  readonly enableTime?: boolean;
  readonly disableAddingRemovingRows?: boolean;
  readonly dataType?: string;
  readonly values?: readonly FormOption[];
  readonly data?: { readonly values?: readonly FormOption[] };
  readonly validate?: FormValidation;
  readonly conditional?: Json;
  readonly properties?: FormProperties;
  readonly components?: readonly FormComponent[];
  readonly columns?: readonly { readonly components: readonly FormComponent[] }[];
  readonly rows?: number | readonly (readonly { readonly components: readonly FormComponent[] }[])[];
}

export interface FormOption {
  readonly label: string;
  readonly value: string | number;
}

export interface FormValidation {
  readonly required?: boolean;
  readonly minLength?: number | '';
  readonly maxLength?: number | '';
  readonly min?: number | '';
  readonly max?: number | '';
  readonly minSelectedCount?: number | '';
  readonly maxSelectedCount?: number | '';
  readonly integer?: boolean;
  readonly pattern?: string;
  readonly json?: Json;
}

/** Form.io's custom properties, texts by name; those that mean something here. */
export interface FormProperties {
  /** On a submit button: completes with the variable `outcome`. */
  readonly outcome?: string;
  /** Filled in by the server, whatever was sent. */
  readonly fill?: Fill;
  /** `true`: filled in only where nothing is stored yet. A number is drawn once in any case. */
  readonly once?: 'true';
  /** In front of a number drawn by `fill: number`. */
  readonly prefix?: string;
  /** On a text that is only shown and holds a user's id: their name is shown. */
  readonly show?: 'person';
  /** On a container of `amount` and `currency`. */
  readonly kind?: 'money';
  /** FEEL, with `=`: the value, computed. */
  readonly value?: string;
  /** FEEL, with `=`: must be true. Reads the form's variables, `outcome`, and `row` in a table. */
  readonly valid?: string;
  /** What is said where `valid` is not true. */
  readonly invalid?: string;
}

/** Who acts, their display name, the moment (ISO 8601, UTC), the day in the tenant's zone, or the record's number. */
export const fills = ['actor', 'actor name', 'now', 'today', 'number'] as const;
export type Fill = (typeof fills)[number];

/** Components that hold others and no value. */
export const layoutTypes = ['panel', 'fieldset', 'well', 'columns', 'table', 'tabs'];

/** Components whose value is an object, or a list of objects. */
export const nestedTypes = ['container', 'datagrid', 'editgrid'];

/** The components right below this one, in whatever way its type keeps them. */
export function childrenOf(component: FormComponent): readonly FormComponent[] {
  if (component.type === 'columns') return (component.columns ?? []).flatMap((column) => column.components);
  if (component.type === 'table') return Array.isArray(component.rows) ? component.rows.flat().flatMap((cell) => cell.components) : [];
  if (component.type === 'tabs') return (component.components ?? []).flatMap((tab) => tab.components ?? []);
  return component.components ?? [];
}

/** A component that has a value, and whether only the server sets it. */
export interface Field {
  readonly component: FormComponent;
  readonly readOnly: boolean;
}

/** The fields of one level of values: layout is looked through, containers and tables are not. */
export function fieldsOf(components: readonly FormComponent[], readOnly = false): Field[] {
  return components.flatMap((component) => {
    const fixed = readOnly || component.disabled === true || component.hidden === true;
    if (layoutTypes.includes(component.type)) return fieldsOf(childrenOf(component), fixed);
    if (component.type === 'button') return [];
    const { fill, value } = component.properties ?? {};
    return [{ component, readOnly: fixed || component.type === 'hidden' || fill !== undefined || value !== undefined }];
  });
}

/** The buttons of a form, wherever they stand. */
export function buttonsOf(components: readonly FormComponent[]): FormComponent[] {
  return components.flatMap((component) => (component.type === 'button' ? [component] : layoutTypes.includes(component.type) ? buttonsOf(childrenOf(component)) : []));
}

export function optionsOf(component: FormComponent): readonly FormOption[] {
  return (component.type === 'select' ? component.data?.values : component.values) ?? [];
}
