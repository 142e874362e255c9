import { layoutTypes, nestedTypes, type FormComponent } from '../schema/form-schema.ts';

const ours = ['pattern', 'onlyAvailableItems', 'integer', 'step', 'multiple', 'strictDateValidation'];

/** The components as Form.io's evaluation gets them: without what is checked by us, and without demands on fields that nobody can change. */
export function prepareComponents(components: readonly FormComponent[], readOnly = false): unknown[] {
  return components.map((component) => {
    const fixed = readOnly || component.disabled === true || component.hidden === true || component.type === 'hidden' || component.properties?.fill !== undefined || component.properties?.value !== undefined;
    const counted = nestedTypes.includes(component.type);
    const validate = Object.entries(component.validate ?? {}).filter(([name]) => !fixed && !ours.includes(name) && !(counted && name !== 'json'));
    return {
      ...component,
      validate: Object.fromEntries(validate),
      ...(component.components !== undefined && { components: prepareComponents(component.components, fixed) }),
      ...(component.columns !== undefined && { columns: component.columns.map((column) => ({ ...column, components: prepareComponents(column.components, fixed) })) }),
      ...(component.type === 'table' && Array.isArray(component.rows) && { rows: component.rows.map((row) => row.map((cell: { readonly components: readonly FormComponent[] }) => ({ ...cell, components: prepareComponents(cell.components, fixed) }))) }),
      ...(layoutTypes.includes(component.type) && { input: false }),
    };
  });
}
