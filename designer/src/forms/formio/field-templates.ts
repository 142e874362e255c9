import { attributes, describing, escaped, idsOf, words, type Template, type TemplateContext } from './template-context.ts';

/** Types that take the whole width of the form. */
const wide = new Set(['textarea', 'datagrid', 'editgrid', 'container', 'panel', 'fieldset', 'well', 'columns', 'table', 'tabs', 'selectboxes', 'radio', 'checkbox']);
const longText = 100;
const grouped = new Set(['radio', 'selectboxes']);

const isWide = ({ component: { type, validate } }: TemplateContext): boolean => wide.has(type) || (type === 'textfield' && Number(validate?.maxLength ?? 0) >= longText);

/** Everything about one component: itself, and below it what is wrong with it. */
export const component: Template = (context) => `
<div id="${context.id}" class="${escaped(context['classes'])} ${isWide(context) ? 'lw-wide' : ''}" ref="component"${context.disabled && !context.builder ? ' data-shown' : ''}>
  ${context['visible'] ? `${String(context['children'])}<div ref="messageContainer" class="lw-messages" id="${idsOf(context).message}" aria-live="polite"></div>` : ''}
</div>`;

export const components: Template = (context) => (context['children'] as string[]).join('');

export const field: Template = (context) => `
${String(context['labelMarkup'])}
${String(context['element'])}
${help(context)}`;

function help(context: TemplateContext): string {
  const { description } = context.component;
  return description ? `<div id="${idsOf(context).help}" class="lw-help">${words(context, description)}</div>` : '';
}

export const label: Template = (context) => {
  const { component: schema, disabled } = context;
  const ids = idsOf(context);
  const tag = grouped.has(schema.type) || disabled ? 'span' : 'label';
  const required = schema.validate?.required === true && !disabled;
  return `<${tag} ref="label" ${attributes({ id: ids.label, for: tag === 'label' ? ids.field : undefined, class: `lw-label${context.label.hidden ? ' visually-hidden' : ''}` })}>${words(context, schema.label)}${
    required ? `<span class="lw-required" aria-hidden="true">*</span>` : ''
  }${tooltip(context)}</${tag}>`;
};

function tooltip(context: TemplateContext): string {
  const { tooltip: text } = context.component;
  return text ? ` <button type="button" class="lw-tip" ref="tooltip" data-tooltip="${words(context, text)}" aria-label="${words(context, text)}">?</button>` : '';
}

export const message: Template = (context) => `<div class="lw-message" data-level="${escaped(context['level'] ?? 'error')}">${escaped(unescaped(context['message']))}</div>`;

/** Form.io escapes what it puts into its messages; they are escaped here once. */
function unescaped(text: unknown): string {
  return String(text ?? '').replaceAll(/&(?:#39|quot|amp|lt|gt|#34);/g, (entity) => ({ '&#39;': "'", '&quot;': '"', '&#34;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>' })[entity] ?? entity);
}

interface InputInfo {
  readonly type: string;
  readonly ref?: string;
  readonly content?: string;
  readonly attr: Readonly<Record<string, unknown>>;
  readonly label?: string;
  readonly multiple?: boolean;
}

/** A field of text, or where it can't be changed the text itself. */
export const input: Template = (context) => {
  const info = context['input'] as InputInfo;
  const index = context['index'] as number | undefined;
  const id = `${idsOf(context).field}${index ? `-${index}` : ''}`;
  if (context.disabled && !context.builder) return `<output ref="input" id="${id}" class="lw-value" aria-labelledby="${idsOf(context).label}">${escaped(info.attr['value'] ?? context.value)}</output>`;
  const { class: _bootstrap, value, type, ...given } = info.attr;
  const attrs = attributes({ ...given, ...(info.type === 'textarea' ? {} : { type: type ?? 'text', value }), id, class: 'lw-input', ...describing(context) });
  const control = info.type === 'textarea' ? `<textarea ref="input" ${attrs}>${escaped(info.content)}</textarea>` : `<input ref="input" ${attrs} />`;
  const [before, after] = [context['prefix'], context['suffix']].map((text) => (typeof text === 'string' && text !== '' ? `<span class="lw-affix">${words(context, text)}</span>` : ''));
  return `${before || after ? `<div class="lw-affixed">${before}${control}${after}</div>` : control}${counter(context)}<span class="visually-hidden" ref="announceMessage"></span>`;
};

function counter({ component: schema }: TemplateContext): string {
  const { showCharCount, showWordCount } = schema as { showCharCount?: boolean; showWordCount?: boolean };
  return `${showCharCount ? '<span class="lw-counter" ref="charcount" aria-live="polite"></span>' : ''}${showWordCount ? '<span class="lw-counter" ref="wordcount" aria-live="polite"></span>' : ''}`;
}

export const checkbox: Template = (context) => {
  const info = context['input'] as InputInfo;
  const ids = idsOf(context);
  const { class: _bootstrap, ...given } = info.attr;
  return `<div class="lw-option">
  <input ref="input" ${attributes({ ...given, type: 'checkbox', id: ids.field, class: 'lw-check', checked: context['checked'] === true, disabled: context.disabled, ...describing(context) })} />
  <label ref="label" id="${ids.label}" for="${ids.field}">${words(context, context.component.label)}${context.component.validate?.required === true && !context.disabled ? '<span class="lw-required" aria-hidden="true">*</span>' : ''}${tooltip(context)}</label>
</div>
${help(context)}`;
};

interface Option {
  readonly label: string;
  readonly value: string | number;
}

/** Choices, one of them (`radio`) or several (`selectboxes`). Where nothing can be changed only what was chosen is shown. */
export const radio: Template = (context) => {
  const info = context['input'] as InputInfo;
  const isRadio = context.component.type === 'radio';
  const name = `${String(info.attr['name'])}-${context.instance.id}`;
  const options = (context['values'] as readonly Option[]).map(({ label: text, value }, index) => {
    const id = `${idsOf(context).field}-${index}`;
    const attrs = attributes({ id, name, type: isRadio ? 'radio' : 'checkbox', class: 'lw-check', value, checked: isChosen(context.value, value), disabled: context.disabled });
    return `<div class="lw-option" ref="wrapper"><input ref="input" ${attrs} /><label for="${id}">${words(context, text)}</label></div>`;
  });
  return `<div ref="radioGroup" class="lw-options" role="${isRadio ? 'radiogroup' : 'group'}" ${context.component.inline === true ? 'data-inline' : ''} ${attributes({ ...describing(context), ...(isRadio ? {} : { 'aria-required': undefined }) })}>${options.join('')}</div>`;
};

function isChosen(value: unknown, option: string | number): boolean {
  if (value !== null && typeof value === 'object') return (value as Record<string, unknown>)[String(option)] === true;
  return value !== '' && value !== null && value !== undefined && String(value) === String(option);
}

export const select: Template = (context) => {
  const info = context['input'] as InputInfo;
  const { class: _bootstrap, id: _id, type: _type, ...given } = info.attr;
  return `<select ref="${escaped(info.ref ?? 'selectContainer')}" ${attributes({ ...given, id: idsOf(context).field, class: 'lw-input', multiple: info.multiple === true, disabled: context.disabled, ...describing(context) })}>${String(context['selectOptions'])}</select>`;
};

export const selectOption: Template = (context) => {
  const option = context['option'] as Option;
  const given = (context['attrs'] ?? {}) as Record<string, unknown>;
  return `<option ${attributes({ ...given, value: context['useId'] ? context.id : option.value, selected: context['selected'] === true })}>${words(context, String(option.label))}</option>`;
};

export const multiValueTable: Template = (context) => `
<table class="lw-values"><tbody>${String(context['rows'])}</tbody></table>
${context.disabled ? '' : `<button type="button" class="lw-button" ref="addButton">+ ${escaped(context['addAnother'])}</button>`}`;

export const multiValueRow: Template = (context) => `
<tr ref="row"><td>${String(context['element'])}</td>${
  context.disabled ? '' : `<td class="lw-narrow"><button type="button" class="lw-icon-button" ref="removeRow" aria-label="${escaped(context.t('removeRow'))}">✕</button></td>`
}</tr>`;
