import EditGrid from '@formio/js/lib/mjs/components/editgrid/EditGrid';
import { escaped } from './template-context.ts';

interface Row {
  readonly components: readonly { readonly key: string; readonly label?: string; readonly hidden?: boolean }[];
  readonly row: Readonly<Record<string, unknown>>;
  getView(component: { readonly key: string }, value: unknown): unknown;
  t(text: string, params?: object): string;
}

interface EditGridBase {
  readonly disabled: boolean;
  renderString(template: unknown, data: unknown): string;
}

const Base = EditGrid as unknown as new (...args: unknown[]) => EditGridBase;

/** Form.io's edit grid with a closed row as labels and values, and its buttons beside. */
export class PlainEditGrid extends Base {
  static schema = (EditGrid as unknown as { schema: unknown }).schema;
  static builderInfo = (EditGrid as unknown as { builderInfo: unknown }).builderInfo;

  get headerTemplate() {
    return () => '';
  }

  get rowTemplate() {
    return ({ components, row, getView, t }: Row) => `
<dl class="facts">${components
      .filter(({ hidden }) => hidden !== true)
      .map((component) => `<dt>${escaped(t(component.label ?? component.key, { _userInput: true }))}</dt><dd>${escaped(getView(component, row[component.key]))}</dd>`)
      .join('')}</dl>
${this.disabled ? '' : `<div class="lw-row-buttons"><button type="button" class="lw-button editRow">${escaped(t('edit'))}</button><button type="button" class="lw-button removeRow">${escaped(t('removeRow'))}</button></div>`}`;
  }
}
