import TextArea from '@formio/js/lib/mjs/components/textarea/TextArea';

interface TextAreaBase {
  readonly disabled: boolean;
  readonly options: { readonly readOnly?: boolean };
  readonly refs: { readonly input?: ArrayLike<HTMLElement & { value?: string }> };
  readonly inputInfo: { readonly attr: Record<string, unknown> };
  renderElement(value: unknown, index: number): string;
  renderTemplate(name: string, data: object): string;
  setReadOnlyValue(value: unknown, index?: number): void;
}

const Base = TextArea as unknown as new (...args: unknown[]) => TextAreaBase;

/** Form.io's text area; one that can't be changed is shown as plain text, never as HTML. */
export class PlainTextArea extends Base {
  static schema = (TextArea as unknown as { schema: unknown }).schema;
  static builderInfo = (TextArea as unknown as { builderInfo: unknown }).builderInfo;

  get isShown(): boolean {
    return this.disabled || this.options.readOnly === true;
  }

  override renderElement(value: unknown, index: number): string {
    if (!this.isShown) return super.renderElement(value, index);
    const { attr } = this.inputInfo;
    return this.renderTemplate('input', { input: { type: 'textarea', attr: { ...attr, value } }, value, index });
  }

  override setReadOnlyValue(value: unknown, index = 0): void {
    const shown = this.refs.input?.[index];
    if (shown) shown.value = typeof value === 'string' ? value : '';
  }
}
