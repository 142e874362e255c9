import type { FormComponent, FormSchema } from '@loopwright/engine/forms';

/**
 * The form as the renderer gets it: without buttons, which the pages draw themselves; selects as the browser's own; tables empty until a
 * row is added; fields that the server fills in not to be typed into.
 */
export function prepareSchema(schema: FormSchema): FormSchema {
  return { ...structuredClone(schema), components: prepareAll(schema.components) };
}

function prepareAll(components: readonly FormComponent[]): FormComponent[] {
  return components.filter(({ type }) => type !== 'button').map(prepare);
}

function prepare(component: FormComponent): FormComponent {
  return {
    ...component,
    ...(component.type === 'select' && { widget: 'html5', dataSrc: 'values', template: '{{ item.label }}' }),
    ...(component.type === 'number' && { delimiter: true }),
    ...(component.type === 'datagrid' && !component.validate?.minLength && { initEmpty: true }),
    ...(isFilledByServer(component) && { disabled: true, validate: {} }),
    ...(component.components && { components: prepareAll(component.components) }),
    ...(component.columns && { columns: component.columns.map((column) => ({ ...column, components: prepareAll(column.components) })) }),
    ...(Array.isArray(component.rows) && { rows: (component.rows as readonly (readonly Cell[])[]).map((row) => row.map((cell) => ({ ...cell, components: prepareAll(cell.components) }))) }),
  };
}

interface Cell {
  readonly components: readonly FormComponent[];
}

function isFilledByServer({ properties }: FormComponent): boolean {
  return properties?.fill !== undefined || properties?.value !== undefined;
}
