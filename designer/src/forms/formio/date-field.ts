import Input from '@formio/js/lib/mjs/components/_classes/input/Input';

interface DateSchema {
  readonly enableTime?: boolean;
}

/** What Form.io's Input is to us. */
interface InputBase {
  readonly component: DateSchema & Record<string, unknown>;
  readonly options: { readonly formatDay?: (day: string) => string; readonly formatMoment?: (instant: string) => string };
  readonly disabled: boolean;
  readonly dataValue: unknown;
  readonly refs: { readonly input?: ArrayLike<HTMLInputElement> };
  readonly inputInfo: { attr: Record<string, unknown>; changeEvent: string };
  getValueAsString(value: unknown): string;
}

const Base = Input as unknown as new (...args: unknown[]) => InputBase;

/**
 * A day or a moment, chosen with the browser's own control. A day is kept as `YYYY-MM-DD`, a moment as ISO 8601 in UTC; shown they
 * are in the reader's language.
 */
export class DateField extends Base {
  static schema(...more: object[]) {
    return (Input as unknown as { schema(...parts: object[]): object }).schema({ type: 'datetime', label: '', key: 'date', enableDate: true, enableTime: false, widget: null }, ...more);
  }

  static get builderInfo() {
    return { title: 'Date', schema: DateField.schema() };
  }

  get defaultSchema() {
    return DateField.schema();
  }

  get emptyValue() {
    return '';
  }

  override get inputInfo() {
    const info = super.inputInfo;
    info.attr['type'] = this.hasTime ? 'datetime-local' : 'date';
    info.changeEvent = 'change';
    return info;
  }

  get hasTime() {
    return this.component.enableTime === true;
  }

  /** Of what stands in the control. */
  getValueAt(index: number): unknown {
    if (this.disabled) return this.dataValue;
    const text = this.refs.input?.[index]?.value ?? '';
    return this.hasTime && text !== '' ? new Date(text).toISOString() : text;
  }

  setValueAt(index: number, value: unknown): void {
    const control = this.refs.input?.[index];
    if (control) control.value = this.disabled ? this.getValueAsString(value) : this.forControl(value);
  }

  formatValue(value: unknown): string {
    return this.disabled ? this.getValueAsString(value) : this.forControl(value);
  }

  override getValueAsString(value: unknown): string {
    if (typeof value !== 'string' || value === '') return '';
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return this.disabled ? (this.options.formatDay?.(value) ?? value) : value;
    if (!this.disabled) return this.forControl(value);
    return (this.hasTime ? this.options.formatMoment?.(value) : this.options.formatDay?.(value)) ?? value;
  }

  /** As the browser's control wants it: in the zone of the reader, without one. */
  forControl(value: unknown): string {
    if (typeof value !== 'string' || value === '') return '';
    if (!this.hasTime) return value.slice(0, 10);
    const moment = new Date(value);
    if (Number.isNaN(moment.getTime())) return '';
    return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  }
}
