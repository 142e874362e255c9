import type { FormComponent } from '@loopwright/engine/forms';

/** What the builder adds by itself and nobody has said. */
const noise = new Set(['id', 'tableView', 'version', 'allowMultipleMasks', 'addons', 'alwaysEnabled', 'autoAdjust', 'source', 'isNew', 'keyModified', 'currentWidth', 'offset', 'push', 'pull', 'size', 'numRows', 'numCols', 'tree', 'lazyLoad', 'showValidations', 'disableOnInvalid', 'block', 'leftIcon', 'rightIcon', 'theme', 'calculateServer', 'dbIndex', 'encrypted', 'protected', 'unique', 'validateWhenHidden', 'modalEdit', 'persistent', 'overlay', 'attributes', 'logic', 'customConditional', 'customDefaultValue', 'calculateValue', 'applyMaskOn', 'inputFormat', 'inputType', 'mask', 'spellcheck', 'truncateMultipleSpaces', 'displayMask', 'reorder', 'addAnotherPosition', 'layoutFixed', 'enableRowGroups', 'rowGroups', 'selectFields', 'searchField', 'filter', 'template', 'uniqueOptions', 'idPath', 'optionsLabelPosition', 'serverOverride']);
const saidByButtons = new Set(['theme', 'block']);
const always = new Set(['type', 'key', 'label', 'input', 'components', 'columns', 'rows', 'values', 'data']);

/** Components as a person would write them: without the builder's own notes, and without properties that say nothing. */
export function tidyComponents(components: readonly FormComponent[]): FormComponent[] {
  return components.map((component) => {
    const kept = Object.entries(component).filter(([name, value]) => always.has(name) || ((!noise.has(name) || (component.type === 'button' && saidByButtons.has(name))) && saysSomething(value)));
    return Object.fromEntries(kept.map(([name, value]) => [name, tidyValue(name, value)])) as unknown as FormComponent;
  });
}

function tidyValue(name: string, value: unknown): unknown {
  if (name === 'components' && Array.isArray(value)) return tidyComponents(value as FormComponent[]);
  if (name === 'columns' && Array.isArray(value)) return value.map((column: { components?: FormComponent[]; width?: number }) => ({ components: tidyComponents(column.components ?? []), width: column.width ?? 6 }));
  if (name === 'rows' && Array.isArray(value)) return value.map((row: { components?: FormComponent[] }[]) => row.map((cell) => ({ components: tidyComponents(cell.components ?? []) })));
  if (name === 'data' && value !== null && typeof value === 'object') return { values: tidyValue('values', (value as { values?: unknown }).values ?? []) };
  if (name === 'values' && Array.isArray(value)) return value.map(({ label, value: option }: { label: string; value: unknown }) => ({ label, value: option }));
  if (name === 'validate' && value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).filter(([, said]) => saysSomething(said)));
  return value;
}

function saysSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return false;
  return typeof value !== 'object' || Object.values(value).some(saysSomething);
}
