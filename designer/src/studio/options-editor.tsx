import { optionsOf, type FormComponent, type FormOption } from '@loopwright/engine/forms';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Changes } from './change-component.ts';

interface OptionsEditorProps {
  readonly component: FormComponent;
  readonly chinese: Readonly<Record<string, string>>;
  readonly onTranslate: (text: string, translated: string) => void;
  readonly onChange: (changes: Changes) => void;
}

/** The options of a list, each with its value, its words and their translation. */
export function OptionsEditor({ component, chinese, onTranslate, onChange }: OptionsEditorProps) {
  const { t } = useTranslation('design');
  const options = optionsOf(component);
  const write = (next: readonly FormOption[]): void => onChange(component.type === 'select' ? { data: { values: next } } : { values: next });
  const put = (index: number, changes: Partial<FormOption>): void => write(options.map((option, i) => (i === index ? { ...option, ...changes } : option)));
  return (
    <fieldset className="panel-options">
      <legend>{t('component.options')}</legend>
      {options.map((option, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- options have nothing else that stays while they are typed
        <div key={index} className="panel-option">
          <input className="lw-input code" aria-label={t('component.optionValue')} placeholder={t('component.optionValue')} value={option.value} onChange={({ target }) => put(index, { value: target.value })} />
          <input className="lw-input" aria-label={t('component.optionLabel')} placeholder={t('component.optionLabel')} value={option.label} onChange={({ target }) => put(index, { label: target.value })} />
          <input className="lw-input" aria-label={t('form.inChinese', { what: t('component.optionLabel') })} placeholder="中文" value={chinese[option.label] ?? ''} onChange={({ target }) => onTranslate(option.label, target.value)} />
          <button type="button" className="lw-icon-button" aria-label={t('component.removeOption')} onClick={() => write(options.filter((_, i) => i !== index))}>
            ✕
          </button>
        </div>
      ))}
      <Button size="small" onClick={() => write([...options, { value: `option${options.length + 1}`, label: '' }])}>
        {t('component.addOption')}
      </Button>
    </fieldset>
  );
}
