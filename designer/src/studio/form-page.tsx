import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Form } from '@loopwright/engine/contract';
import { textIn } from '@loopwright/engine/forms';
import { Segmented } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formQuery } from '../api/definitions.ts';
import { asFailure } from '../api/problem.ts';
import { FormBuilderView, type EditedComponent, type FormBuilderHandle } from '../forms/form-builder-view.tsx';
import { FormView } from '../forms/form-view.tsx';
import { outcomesOf, parseForm, type FormSchema } from '../forms/outcomes.ts';
import { useNames } from '../session/use-names.ts';
import { Badge } from '../ui/badge.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFormats } from '../ui/formats.ts';
import { Notice } from '../ui/notice.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { ComponentPanel } from './component-panel.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { templateOf } from './files/templates.ts';
import { FormPanel } from './form-panel.tsx';
import { useEditing } from './use-editing.ts';

const route = getRouteApi('/design/forms/$formKey');
const nothing = {};

/** A form in the builder, with our own panel for what is chosen. */
export function FormPage() {
  const { formKey } = route.useParams();
  const isNew = formKey === 'new';
  const { data, error, refetch } = useQuery({ ...formQuery(formKey), enabled: !isNew });
  if (isNew) return <FormEditor key="new" form={null} text={templateOf('forms', 'new-form')} />;
  if (data) return <FormEditor key={formKey} form={data} text={data.schema} />;
  return <div className="page">{error ? <FailureNotice failure={asFailure(error)} onRetry={() => void refetch()} /> : <SkeletonRows rows={4} />}</div>;
}

function FormEditor({ form, text }: { readonly form: Form | null; readonly text: string }) {
  const { t } = useTranslation('design');
  const navigate = route.useNavigate();
  const current = useRef<() => string | null>(() => text);
  const save = async (): Promise<string | null> => current.current();
  const editing = useEditing({ kind: 'forms', definitionKey: form?.formKey ?? 'new', fileName: form === null ? 'new-form.form.json' : `${form.formId}.form.json`, text, save });
  const schema = useMemo(() => parseForm(editing.opening.text), [editing.opening.text]);
  return (
    <EditorFrame
      kind="forms"
      title={form === null ? t('new.forms') : form.formId}
      version={form && <Badge>{t('versionOf', { version: form.version })}</Badge>}
      editing={editing}
      save={save}
      onDeployed={({ deployments }) => {
        const deployed = deployments.find(({ form: one }) => one !== null)?.form;
        if (deployed) void navigate({ to: '/design/forms/$formKey', params: { formKey: deployed.formKey } });
      }}
    >
      {schema === null ? (
        <Notice tone="bad" title={t('form.broken')} />
      ) : (
        <FormWorkbench key={editing.opening.turn} schema={schema} onSource={(source) => (current.current = source)} onChange={editing.onChange} onOpen={editing.onOpen} />
      )}
    </EditorFrame>
  );
}

interface FormWorkbenchProps {
  readonly schema: FormSchema;
  /** Takes the function that gives the form's text as it stands. */
  readonly onSource: (source: () => string | null) => void;
  readonly onChange: () => void;
  readonly onOpen: () => void;
}

type Texts = Readonly<Record<string, string>>;

function FormWorkbench({ schema, onSource, onChange, onOpen }: FormWorkbenchProps) {
  const { t } = useTranslation('design');
  const { language } = useFormats();
  const names = useNames();
  const builder = useRef<FormBuilderHandle>(null);
  const [edited, setEdited] = useState<EditedComponent | null>(null);
  const [head, setHead] = useState({ id: schema.id, title: schema.title ?? '' });
  const [chinese, setChinese] = useState<Texts>(schema.i18n?.['zh-CN'] ?? {});
  const [preview, setPreview] = useState<FormSchema | null>(null);
  const assembled = (): FormSchema => {
    const { components: _components, i18n: before, id: _id, title: _title, ...rest } = schema;
    const components = builder.current?.components() ?? schema.components;
    const used = textsUsed({ title: head.title, components });
    const texts = Object.fromEntries(Object.entries(chinese).filter(([text]) => used.has(text)));
    return { ...head, ...rest, ...((before || Object.keys(texts).length > 0) && { i18n: { ...before, 'zh-CN': texts } }), components };
  };
  onSource(() => `${JSON.stringify(assembled(), null, 2)}\n`);
  const changeHead = (changes: Partial<typeof head>): void => {
    setHead((before) => ({ ...before, ...changes }));
    onChange();
  };
  const translate = (text: string, translated: string): void => {
    setChinese((before) => ({ ...before, [text]: translated }));
    onChange();
  };
  return (
    <div className="form-workbench">
      <div className="form-canvas">
        <Segmented
          className="form-mode"
          aria-label={t('form.mode')}
          value={preview === null ? 'build' : 'preview'}
          onChange={(mode) => setPreview(mode === 'preview' ? assembled() : null)}
          options={[
            { value: 'build', label: t('form.build') },
            { value: 'preview', label: t('form.preview') },
          ]}
        />
        {preview !== null && (
          <div className="form-preview">
            <h2>{textIn(preview, preview.title, language)}</h2>
            <FormView schema={preview} values={nothing} nameOf={names.person} />
            <div className="form-outcomes">
              {outcomesOf(preview, language).map(({ id, label }) => (
                <Badge key={id} tone="accent">
                  {label}
                </Badge>
              ))}
            </div>
          </div>
        )}
        <div hidden={preview !== null} className="form-building">
          <FormBuilderView ref={builder} schema={schema} onChange={onChange} onEdit={setEdited} onOpen={onOpen} />
        </div>
      </div>
      <aside className="form-panel" aria-label={t('form.properties')}>
        {edited === null ? (
          <FormPanel head={head} onHead={changeHead} chinese={chinese} onTranslate={translate} />
        ) : (
          <ComponentPanel key={edited.component.key} edited={edited} siblings={builder.current?.components() ?? schema.components} chinese={chinese} onTranslate={translate} onClose={() => setEdited(null)} />
        )}
      </aside>
    </div>
  );
}

/** Every text that stands in a form. */
function textsUsed(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (Array.isArray(value)) value.forEach((one) => textsUsed(one, found));
  else if (value !== null && typeof value === 'object') Object.values(value).forEach((one) => textsUsed(one, found));
  return found;
}
