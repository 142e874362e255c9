import { CloseOutlined } from '@ant-design/icons';
import { fieldsOf, fills, type FormComponent } from '@loopwright/engine/forms';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditedComponent } from '../forms/form-builder-view.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { OptionsEditor } from './options-editor.tsx';
import { PanelChoice, PanelNumber, PanelSwitch, PanelText } from './panel-fields.tsx';
import { changed, type Changes } from './change-component.ts';

interface ComponentPanelProps {
  readonly edited: EditedComponent;
  /** All components of the form, for conditions. */
  readonly siblings: readonly FormComponent[];
  readonly chinese: Readonly<Record<string, string>>;
  readonly onTranslate: (text: string, translated: string) => void;
  readonly onClose: () => void;
}

/** After so long without a key the canvas shows the change, in milliseconds. */
const pause = 350;
const written = ['textfield', 'textarea', 'email', 'number'];
const chosen = ['select', 'radio', 'selectboxes'];
const rowed = ['datagrid', 'editgrid'];
const groups = ['panel', 'fieldset', 'columns', 'table', 'tabs', 'well'];
const themes = ['success', 'warning', 'danger', 'primary', 'secondary'] as const;

/** The properties of one component, those that its type has. */
export function ComponentPanel({ edited, siblings, chinese, onTranslate, onClose }: ComponentPanelProps) {
  const { t } = useTranslation('design');
  const [component, setComponent] = useState<FormComponent>(edited.component);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (changes: Changes): void => {
    const next = changed(component, changes);
    setComponent(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => edited.replace(next), pause);
  };
  const { type, validate = {}, properties = {} } = component;
  const more = component as unknown as Readonly<Record<string, unknown>>;
  const textOf = (name: string): string => (typeof more[name] === 'string' ? more[name] : '');
  const isField = !groups.includes(type) && type !== 'button';
  const worded = (name: string, label: string) => (
    <>
      <PanelText label={label} value={textOf(name)} onChange={(value) => change({ [name]: value })} />
      {textOf(name) !== '' && <PanelText label={t('form.inChinese', { what: label })} value={chinese[textOf(name)] ?? ''} onChange={(translated) => onTranslate(textOf(name), translated)} />}
    </>
  );
  return (
    <>
      <div className="panel-head">
        <h2>{t(`component.type.${type as 'textfield'}`)}</h2>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('component.close')} onClick={onClose} />
      </div>
      {type === 'panel' ? worded('title', t('component.title')) : type === 'fieldset' ? worded('legend', t('component.title')) : type !== 'columns' && worded('label', t('component.label'))}
      <PanelText label={t('component.key')} value={component.key} isCode hint={isField ? t('component.keyHint') : ''} onChange={(key) => change({ key })} />
      {type === 'button' && (
        <>
          <PanelText label={t('component.outcome')} value={properties.outcome ?? ''} isCode hint={t('component.outcomeHint')} onChange={(outcome) => change({ properties: { outcome } })} />
          <PanelChoice label={t('component.theme')} value={(textOf('theme') || 'primary') as (typeof themes)[number]} options={themes.map((value) => ({ value, label: t(`component.themes.${value}`) }))} onChange={(theme) => change({ theme })} />
        </>
      )}
      {isField && type !== 'hidden' && worded('description', t('component.description'))}
      {chosen.includes(type) && <OptionsEditor component={component} chinese={chinese} onTranslate={onTranslate} onChange={change} />}
      {rowed.includes(type) && worded('addAnother', t('component.addAnother'))}
      {isField && type !== 'hidden' && type !== 'container' && <PanelSwitch label={t('component.required')} value={validate.required === true} onChange={(required) => change({ validate: { required } })} />}
      {isField && type !== 'hidden' && <PanelSwitch label={t('component.disabled')} value={component.disabled === true} onChange={(disabled) => change({ disabled })} />}
      {['textfield', 'email', 'number'].includes(type) && <PanelSwitch label={t('component.multiple')} value={component.multiple === true} onChange={(multiple) => change({ multiple })} />}
      {['radio', 'selectboxes'].includes(type) && <PanelSwitch label={t('component.inline')} value={more['inline'] === true} onChange={(inline) => change({ inline })} />}
      {type === 'datetime' && <PanelSwitch label={t('component.enableTime')} value={component.enableTime === true} onChange={(enableTime) => change({ enableTime })} />}
      {type === 'panel' && (
        <>
          <PanelSwitch label={t('component.collapsible')} value={more['collapsible'] === true} onChange={(collapsible) => change({ collapsible })} />
          <PanelSwitch label={t('component.collapsed')} value={more['collapsed'] === true} onChange={(collapsed) => change({ collapsed })} />
        </>
      )}
      {type === 'datagrid' && <PanelSwitch label={t('component.fixedRows')} value={component.disableAddingRemovingRows === true} onChange={(disableAddingRemovingRows) => change({ disableAddingRemovingRows })} />}
      {type === 'textarea' && <PanelNumber label={t('component.rows')} value={typeof more['rows'] === 'number' ? more['rows'] : undefined} onChange={(rows) => change({ rows })} />}
      {(written.includes(type) || rowed.includes(type)) && type !== 'number' && (
        <div className="panel-pair">
          <PanelNumber label={t(rowed.includes(type) ? 'component.minRows' : 'component.minLength')} value={validate.minLength || undefined} onChange={(minLength) => change({ validate: { minLength } })} />
          <PanelNumber label={t(rowed.includes(type) ? 'component.maxRows' : 'component.maxLength')} value={validate.maxLength || undefined} onChange={(maxLength) => change({ validate: { maxLength } })} />
        </div>
      )}
      {type === 'number' && (
        <>
          <div className="panel-pair">
            <PanelNumber label={t('component.min')} value={validate.min === '' ? undefined : validate.min} onChange={(min) => change({ validate: { min } })} />
            <PanelNumber label={t('component.max')} value={validate.max === '' ? undefined : validate.max} onChange={(max) => change({ validate: { max } })} />
          </div>
          <PanelSwitch label={t('component.integer')} value={validate.integer === true} onChange={(integer) => change({ validate: { integer } })} />
        </>
      )}
      {type === 'textfield' && <PanelText label={t('component.pattern')} value={validate.pattern ?? ''} isCode onChange={(pattern) => change({ validate: { pattern } })} />}
      {type === 'selectboxes' && (
        <div className="panel-pair">
          <PanelNumber label={t('component.minChosen')} value={validate.minSelectedCount || undefined} onChange={(minSelectedCount) => change({ validate: { minSelectedCount } })} />
          <PanelNumber label={t('component.maxChosen')} value={validate.maxSelectedCount || undefined} onChange={(maxSelectedCount) => change({ validate: { maxSelectedCount } })} />
        </div>
      )}
      <ConditionFields component={component} fields={fieldsOf(siblings).map((field) => field.component)} onChange={change} />
      {isField && (
        <details className="panel-rules">
          <summary>{t('component.rules')}</summary>
          <PanelText label={t('component.valid')} value={properties.valid ?? ''} isCode rows={2} hint={t('component.feelHint')} onChange={(valid) => change({ properties: { valid } })} />
          <PanelText label={t('component.invalid')} value={properties.invalid ?? ''} onChange={(invalid) => change({ properties: { invalid } })} />
          {properties.invalid !== undefined && properties.invalid !== '' && (
            <PanelText label={t('form.inChinese', { what: t('component.invalid') })} value={chinese[properties.invalid] ?? ''} onChange={(translated) => onTranslate(properties.invalid ?? '', translated)} />
          )}
          <PanelText label={t('component.value')} value={properties.value ?? ''} isCode rows={2} hint={t('component.feelHint')} onChange={(value) => change({ properties: { value } })} />
          <PanelChoice label={t('component.fill')} value={properties.fill ?? ''} options={[{ value: '', label: t('component.fills.none') }, ...fills.map((fill) => ({ value: fill, label: t(`component.fills.${fill}`) }))]} onChange={(fill) => change({ properties: { fill } })} />
        </details>
      )}
    </>
  );
}
