import { escaped, idsOf, words, type Template, type TemplateContext } from './template-context.ts';

const nestedKey = (context: TemplateContext): string => escaped(context['nestedKey']);
const children = (context: TemplateContext): string => String(context['children']);

export const webform: Template = (context) => `<div class="lw-fields" ref="webform" novalidate>${children(context)}</div>`;

export const container: Template = (context) => `
<div class="lw-group ${context.component.properties?.['kind'] === 'money' ? 'lw-money' : ''}" role="group" aria-label="${words(context, context.component.label)}">
  ${context.component.hideLabel === true || !context.component.label ? '' : `<span class="lw-label">${words(context, context.component.label)}</span>`}
  <div class="lw-fields" ref="${nestedKey(context)}">${children(context)}</div>
</div>`;

/** A section; one that can be folded is a button over its content. */
export const panel: Template = (context) => {
  const { title, collapsible } = context.component;
  const collapsed = context['collapsed'] === true;
  const heading = words(context, title);
  return `
<section class="lw-panel" aria-labelledby="${idsOf(context).label}">
  <h3 class="lw-panel-title" id="${idsOf(context).label}">${
    collapsible === true ? `<button type="button" ref="header" class="lw-fold" aria-expanded="${!collapsed}"><span class="lw-fold-mark" aria-hidden="true"></span>${heading}</button>` : heading
  }</h3>
  ${collapsed && !context.builder ? '' : `<div class="lw-fields" ref="${nestedKey(context)}">${children(context)}</div>`}
</section>`;
};

export const fieldset: Template = (context) => `
<fieldset class="lw-fieldset" id="${idsOf(context).field}">
  ${context.component.legend ? `<legend ref="header">${words(context, context.component.legend)}</legend>` : ''}
  <div class="lw-fields" ref="${nestedKey(context)}">${children(context)}</div>
</fieldset>`;

export const well: Template = (context) => `<div class="lw-well"><div class="lw-fields" ref="${nestedKey(context)}">${children(context)}</div></div>`;

export const columns: Template = (context) => {
  const rendered = context['columnComponents'] as readonly string[];
  const parts = (context.component as unknown as { columns: readonly { currentWidth?: number; width?: number }[] }).columns;
  return `<div class="lw-columns">${parts
    .map((column, index) => `<div class="lw-fields" style="flex-grow: ${Number(column.currentWidth ?? column.width ?? 6)}" ref="${escaped(context['columnKey'])}">${rendered[index] ?? ''}</div>`)
    .join('')}</div>`;
};

export const table: Template = (context) => {
  const schema = context.component as unknown as { caption?: string; header?: readonly string[] };
  const rows = context['tableComponents'] as readonly (readonly string[])[];
  return `<div class="lw-scroll"><table class="lw-grid">
  ${schema.caption ? `<caption>${words(context, schema.caption)}</caption>` : ''}
  ${schema.header?.length ? `<thead><tr>${schema.header.map((text) => `<th scope="col">${words(context, text)}</th>`).join('')}</tr></thead>` : ''}
  <tbody>${rows.map((row, i) => `<tr>${row.map((cell) => `<td ref="${escaped(context['tableKey'])}-${i}"><div class="lw-fields">${cell}</div></td>`).join('')}</tr>`).join('')}</tbody>
</table></div>`;
};

export const tab: Template = (context) => {
  const tabs = (context.component as unknown as { components: readonly { label: string }[] }).components;
  const current = Number(context['currentTab']);
  const rendered = context['tabComponents'] as readonly string[];
  const id = idsOf(context).field;
  const heads = tabs.map(
    ({ label }, i) =>
      `<span role="presentation" ref="${escaped(context['tabLikey'])}"><button type="button" role="tab" id="${id}-tab-${i}" class="${i === current ? 'active' : ''}" aria-controls="${id}-panel-${i}" ref="${escaped(context['tabLinkKey'])}">${words(context, label)}</button></span>`,
  );
  const panels = tabs.map(
    (_tab, i) =>
      `<div ref="${escaped(context['tabKey'])}" role="tabpanel" id="${id}-panel-${i}" aria-labelledby="${id}-tab-${i}" style="display: ${i === current ? 'block' : 'none'}"><div class="lw-fields">${rendered[i] ?? ''}</div></div>`,
  );
  return `<div class="lw-tabs"><div role="tablist" class="lw-tablist">${heads.join('')}</div>${panels.join('')}</div>`;
};

interface Column {
  readonly key: string;
  readonly label?: string;
  readonly title?: string;
  readonly hidden?: boolean;
  readonly hideLabel?: boolean;
  readonly validate?: { readonly required?: boolean };
}

/** A table of rows; on a narrow screen each row is a card whose cells name their column. */
export const datagrid: Template = (context) => {
  if (context.disabled && !context.builder && (context['rows'] as readonly unknown[]).length === 0) return '<output class="lw-value"></output>';
  const columnsShown = (context['columns'] as readonly Column[]).filter(({ hidden }) => hidden !== true || context.builder);
  const rows = context['rows'] as readonly Readonly<Record<string, string>>[];
  const key = escaped(context['datagridKey']);
  const canRemove = context['hasRemoveButtons'] === true;
  const heads = columnsShown.map(
    ({ label, title, hideLabel, validate }) =>
      `<th scope="col">${hideLabel === true ? `<span class="visually-hidden">${words(context, label)}</span>` : words(context, label || title)}${validate?.required === true && !context.disabled ? '<span class="lw-required" aria-hidden="true">*</span>' : ''}</th>`,
  );
  const cells = (row: Readonly<Record<string, string>>) =>
    (context['columns'] as readonly Column[])
      .map((column) => `<td ref="${key}" data-label="${words(context, column.label)}" ${column.hidden === true && !context.builder ? 'hidden' : ''}>${row[column.key] ?? ''}</td>`)
      .join('');
  const remove = `<td class="lw-narrow"><button type="button" class="lw-icon-button" ref="${key}-removeRow" aria-label="${escaped(context.t('removeRow'))}">✕</button></td>`;
  const add = context['hasAddButton'] === true && !context.disabled;
  const empty = rows.length === 0 ? `<tr><td class="lw-none" colspan="${columnsShown.length + 1}">${escaped(context.t('noRows'))}</td></tr>` : '';
  return `
<div class="lw-scroll"><table class="lw-grid">
  <caption class="visually-hidden">${words(context, context.component.label)}</caption>
  <thead><tr>${heads.join('')}${canRemove || context['canAddColumn'] ? '<td class="lw-narrow"></td>' : ''}</tr></thead>
  <tbody ref="${key}-tbody" data-key="${key}">${rows.map((row) => `<tr ref="${key}-row">${cells(row)}${canRemove ? remove : ''}${context['canAddColumn'] ? `<td ref="${key}-container">${String(context['placeholder'])}</td>` : ''}</tr>`).join('')}${empty}</tbody>
</table></div>
${add ? `<button type="button" class="lw-button" ref="${key}-addRow">+ ${context.component.addAnother ? words(context, context.component.addAnother) : escaped(context.t('addAnother'))}</button>` : ''}`;
};

/** Rows that are opened one at a time. */
export const editgrid: Template = (context) => {
  const refs = context['ref'] as Readonly<Record<'row' | 'addRow' | 'saveRow' | 'cancelRow', string>>;
  const rows = context['rows'] as readonly string[];
  const open = context['openRows'] as readonly boolean[];
  const errors = context['errors'] as readonly unknown[];
  const buttons = `<div class="lw-row-buttons"><button type="button" class="lw-button lw-primary" ref="${refs.saveRow}">${escaped(context.t('saveRow'))}</button><button type="button" class="lw-button" ref="${refs.cancelRow}">${escaped(context.t('cancel'))}</button></div>`;
  return `
<ol class="lw-rows">${rows
    .map((row, i) => `<li class="lw-row" ref="${refs.row}">${open[i] ? `<div class="lw-fields">${row}</div>${buttons}` : row}${errors[i] ? `<div class="lw-message" data-level="error">${escaped(context.t('invalidRow'))}</div>` : ''}</li>`)
    .join('')}</ol>
${context['hasAddButton'] === true && !context.disabled ? `<button type="button" class="lw-button" ref="${refs.addRow}">+ ${context.component.addAnother ? words(context, context.component.addAnother) : escaped(context.t('addAnother'))}</button>` : ''}`;
};

export const icon: Template = (context) => `<i ref="${escaped(context['ref'] ?? '')}" class="lw-icon" aria-hidden="true"></i>`;

export const errorsList: Template = () => '';

export const loader: Template = () => '<span class="skeleton"></span>';
