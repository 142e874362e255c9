import type { FormComponent } from '@loopwright/engine/forms';
import { useTranslation } from 'react-i18next';
import type { Changes } from './change-component.ts';
import { PanelChoice, PanelText } from './panel-fields.tsx';

interface Condition {
  readonly component: string;
  readonly operator: string;
  readonly value?: string;
}

interface Conditional {
  readonly show?: boolean | null;
  readonly conjunction?: string;
  readonly conditions?: readonly Condition[];
  readonly when?: string | null;
  readonly json?: unknown;
}

interface ConditionFieldsProps {
  readonly component: FormComponent;
  readonly fields: readonly FormComponent[];
  readonly onChange: (changes: Changes) => void;
}

const operators = ['isEqual', 'isNotEqual', 'isEmpty', 'isNotEmpty', 'includes', 'lessThan', 'greaterThan'] as const;
const withoutValue = new Set<string>(['isEmpty', 'isNotEmpty']);

/** When a component shows: by one condition on another field. Conditions of several parts or in JSONLogic are kept and named. */
export function ConditionFields({ component, fields, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation('design');
  const conditional = (component.conditional ?? {}) as Conditional;
  const [condition, ...others] = conditional.conditions ?? [];
  const isBeyond = others.length > 0 || Boolean(conditional.when) || (conditional.json !== undefined && conditional.json !== null && conditional.json !== '');
  if (isBeyond) return <p className="faint panel-kept">{t('condition.kept')}</p>;
  const write = (next: Condition | null): void => onChange({ conditional: next === null ? undefined : { show: true, conjunction: 'all', conditions: [next] } });
  const choices = fields.filter(({ key }) => key !== component.key);
  return (
    <>
      <PanelChoice
        label={t('condition.when')}
        value={condition?.component ?? ''}
        options={[{ value: '', label: t('condition.always') }, ...choices.map(({ key, label }) => ({ value: key, label: label ? `${label} (${key})` : key }))]}
        onChange={(chosen) => write(chosen === '' ? null : { component: chosen, operator: condition?.operator ?? 'isEqual', value: condition?.value ?? '' })}
      />
      {condition && (
        <div className="panel-pair">
          <PanelChoice label={t('condition.operator')} value={condition.operator as (typeof operators)[number]} options={operators.map((value) => ({ value, label: t(`condition.operators.${value}`) }))} onChange={(operator) => write({ ...condition, operator })} />
          {!withoutValue.has(condition.operator) && <PanelText label={t('condition.value')} value={condition.value ?? ''} onChange={(value) => write({ ...condition, value })} />}
        </div>
      )}
    </>
  );
}
