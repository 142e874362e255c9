import { useId, type ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: (id: string) => ReactNode;
}

/** A labelled control of a panel. */
export function PanelField({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div className="panel-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint !== undefined && <p className="faint">{hint}</p>}
    </div>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly isCode?: boolean;
  readonly rows?: number;
}

export function PanelText({ label, value, onChange, hint, isCode = false, rows }: TextProps) {
  const shared = { value, className: `lw-input${isCode ? ' code' : ''}`, spellCheck: !isCode };
  return (
    <PanelField label={label} {...(hint !== undefined && { hint })}>
      {(id) => (rows === undefined ? <input id={id} {...shared} onChange={({ target }) => onChange(target.value)} /> : <textarea id={id} rows={rows} {...shared} onChange={({ target }) => onChange(target.value)} />)}
    </PanelField>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

export function PanelNumber({ label, value, onChange }: NumberProps) {
  return (
    <PanelField label={label}>
      {(id) => <input id={id} type="number" className="lw-input" value={value ?? ''} onChange={({ target }) => onChange(target.value === '' ? undefined : target.valueAsNumber)} />}
    </PanelField>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function PanelSwitch({ label, value, onChange }: SwitchProps) {
  return (
    <label className="panel-switch">
      <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} /> {label}
    </label>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function PanelChoice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <PanelField label={label}>
      {(id) => (
        <select id={id} className="lw-input" value={value} onChange={({ target }) => onChange(target.value as Value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </PanelField>
  );
}
