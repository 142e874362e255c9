import TextField from '@formio/js/lib/mjs/components/textfield/TextField';

interface TextFieldBase {
  readonly component: { readonly properties?: Readonly<Record<string, string>> };
  readonly options: { readonly nameOf?: (userId: string) => string };
  readonly disabled: boolean;
  readonly dataValue: unknown;
  getValueAt(index: number): unknown;
  setValueAt(index: number, value: unknown, flags?: object): unknown;
  getValueAsString(value: unknown, options?: object): string;
}

const Base = TextField as unknown as new (...args: unknown[]) => TextFieldBase;

/** Form.io's text field; one that can't be changed and holds somebody's id (custom property `show: person`) shows their name. */
export class NamedTextField extends Base {
  static schema = (TextField as unknown as { schema: unknown }).schema;
  static builderInfo = (TextField as unknown as { builderInfo: unknown }).builderInfo;

  get showsName(): boolean {
    return this.disabled && this.component.properties?.['show'] === 'person';
  }

  override getValueAt(index: number): unknown {
    return this.showsName ? this.dataValue : super.getValueAt(index);
  }

  override setValueAt(index: number, value: unknown, flags: object = {}): unknown {
    return super.setValueAt(index, this.named(value), flags);
  }

  override getValueAsString(value: unknown, options?: object): string {
    return super.getValueAsString(this.named(value), options);
  }

  named(value: unknown): unknown {
    return this.showsName && typeof value === 'string' ? (this.options.nameOf?.(value) ?? value) : value;
  }
}
