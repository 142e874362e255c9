import type { FormComponent } from '@loopwright/engine/forms';

/** Changes to a component; those of `validate` and `properties` are merged, and what is emptied goes away. */
export type Changes = Readonly<Record<string, unknown>> & {
  readonly validate?: Readonly<Record<string, unknown>>;
  readonly properties?: Readonly<Record<string, string>>;
};

const alwaysThere = ['label', 'key', 'title', 'legend', 'hideLabel'];

export function changed(component: FormComponent, { validate, properties, ...rest }: Changes): FormComponent {
  const next: Record<string, unknown> = { ...component, ...rest };
  if (validate) next['validate'] = said({ ...component.validate, ...validate });
  if (properties) next['properties'] = said({ ...component.properties, ...properties });
  for (const name of Object.keys(rest)) if (!alwaysThere.includes(name) && (next[name] === '' || next[name] === undefined || next[name] === false)) delete next[name];
  for (const name of ['validate', 'properties']) if (next[name] !== undefined && Object.keys(next[name] as object).length === 0) delete next[name];
  return next as unknown as FormComponent;
}

function said(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '' && value !== undefined && value !== false));
}
