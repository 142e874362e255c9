import { useTranslation } from 'react-i18next';
import { readableName } from './readable-name.ts';

/** Variables by name, nested ones indented; for values whose form is not at hand. */
export function ValueList({ values }: { readonly values: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation('record');
  const entries = Object.entries(values).filter(([, value]) => !isNothing(value));
  if (entries.length === 0) return <p className="value-none">{t('noValues')}</p>;
  return (
    <dl className="facts">
      {entries.map(([name, value]) => (
        <div key={name} className="value-pair">
          <dt>{readableName(name)}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { readonly value: unknown }) {
  const { t } = useTranslation('record');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (Array.isArray(value)) {
    if (value.every((one) => one === null || typeof one !== 'object')) return value.map(String).join(', ');
    return (
      <ol className="value-rows">
        {value.map((row, i) => (
          <li key={`${i}-${JSON.stringify(row)}`}>{row !== null && typeof row === 'object' ? <ValueList values={row as Record<string, unknown>} /> : String(row)}</li>
        ))}
      </ol>
    );
  }
  return value !== null && typeof value === 'object' ? <ValueList values={value as Record<string, unknown>} /> : String(value);
}

function isNothing(value: unknown): boolean {
  return value === null || value === '' || value === undefined || (Array.isArray(value) && value.length === 0);
}
