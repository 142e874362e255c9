import { escaped, words, type Template, type TemplateContext } from './template-context.ts';

export const builder: Template = (context) => `
<div class="lw-builder">
  <div class="lw-builder-palette">${String(context['sidebar'])}</div>
  <div class="lw-builder-area lw-form formarea" ref="form">${String(context['form'])}</div>
</div>`;

export const builderSidebar: Template = (context) => `
<div id="${escaped(context['groupId'])}" ref="sidebar">
  <div ref="sidebar-groups">${(context['groups'] as readonly string[]).join('')}</div>
</div>`;

interface PaletteGroup {
  readonly title: string;
  readonly componentOrder: readonly string[];
  readonly components: Readonly<Record<string, { readonly key: string; readonly title: string; readonly schema: { readonly type: string } }>>;
}

export const builderSidebarGroup: Template = (context) => {
  const group = context['group'] as PaletteGroup;
  const groupKey = escaped(context['groupKey']);
  const entries = group.componentOrder.flatMap((name) => group.components[name] ?? []);
  return `
<section class="lw-palette-group">
  <h3>${words(context, group.title)}</h3>
  <div id="group-container-${groupKey}" class="lw-palette no-drop" ref="sidebar-container">${entries
    .map(({ key, title, schema }) => `<span ref="sidebar-component" role="button" tabindex="0" class="lw-palette-entry drag-copy" data-group="${groupKey}" data-key="${escaped(key)}" data-type="${escaped(schema.type)}">${words(context, title)}</span>`)
    .join('')}</div>
</section>`;
};

const action = (context: TemplateContext, ref: string, name: string, mark: string): string => `<button type="button" class="lw-icon-button" ref="${ref}" aria-label="${escaped(context.t(name))}">${mark}</button>`;

export const builderComponent: Template = (context) => `
<div class="lw-builder-component" ref="dragComponent" tabindex="-1">
  <div class="lw-builder-actions" data-noattach="true">
    ${action(context, 'moveComponent', 'move', '⇅')}${action(context, 'copyComponent', 'copy', '⧉')}${action(context, 'pasteComponent', 'pasteBelow', '⎘')}${action(context, 'editComponent', 'edit', '✎')}${action(context, 'removeComponent', 'remove', '✕')}
  </div>
  ${String(context['html'])}
</div>`;

export const builderComponents: Template = (context) => `<div class="lw-fields lw-drop drag-container" ref="${escaped(context.key)}-container">${String(context['html'])}</div>`;

export const builderPlaceholder: Template = (context) => `<div class="lw-drop-here no-drag" data-noattach="true" data-position="${escaped(context['position'])}">${escaped(context.t('dragAndDropComponent'))}</div>`;

export const button: Template = (context) => {
  const theme = String((context.component as { theme?: string }).theme ?? 'primary');
  return `<button type="button" ref="button" class="lw-button lw-outcome" data-theme="${escaped(theme)}">${words(context, context.component.label)}</button><div ref="buttonMessageContainer" hidden><span ref="buttonMessage"></span></div>`;
};
