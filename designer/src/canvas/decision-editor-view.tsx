import { Segmented } from 'antd';
import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../ui/formats.ts';
import { Notice } from '../ui/notice.tsx';
import type { DecisionView, OpenDecisionEditor } from './dmn/open-decision-editor.ts';
import { useOpened } from './use-opened.ts';
import './canvas.css';

/** What a page does with open decisions. */
export interface DecisionEditorHandle {
  save(): Promise<string | null>;
  show(id: string): Promise<void>;
}

interface DecisionEditorViewProps {
  readonly dmn: string;
  readonly decisionId: string | null;
  readonly onChange: () => void;
  readonly onOpen?: () => void;
  readonly ref?: Ref<DecisionEditorHandle>;
}

interface Shown {
  readonly views: readonly DecisionView[];
  readonly active: DecisionView | null;
}

/** dmn-js: the graph of decisions, each table and each expression. */
export function DecisionEditorView({ dmn, decisionId, onChange, onOpen, ref }: DecisionEditorViewProps) {
  const { t } = useTranslation('canvas');
  const { language } = useFormats();
  const place = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const editor = useRef<OpenDecisionEditor>(null);
  const [shown, setShown] = useState<Shown>({ views: [], active: null });
  const changed = useEffectEvent(onChange);
  const isOpen = useEffectEvent(() => onOpen?.());
  const look = (): void => {
    if (editor.current) setShown({ views: editor.current.views(), active: editor.current.active() });
  };
  const { opened, failure } = useOpened(
    place,
    async (element) => {
      const { openDecisionEditor } = await import('./dmn/open-decision-editor.ts');
      return openDecisionEditor(element, dmn, { language, panel: panel.current ?? element, decisionId, onChange: () => changed(), onView: look });
    },
    [dmn, decisionId, language],
  );
  useEffect(() => {
    editor.current = opened;
    look();
    if (opened) isOpen();
  }, [opened]);
  useImperativeHandle(ref, () => ({ save: async () => opened?.save() ?? null, show: async (id) => opened?.show(id) }), [opened]);
  const isGraph = shown.active?.type === 'drd';
  return (
    <div className="lw-editor" data-ready={opened !== null} data-panel={isGraph}>
      {failure && <Notice tone="bad" role="alert" title={t('notDrawn')}>{failure.message}</Notice>}
      {shown.views.length > 1 && (
        <Segmented
          className="lw-views"
          aria-label={t('views')}
          value={shown.active?.id ?? ''}
          onChange={(id) => void opened?.show(id)}
          options={shown.views.map(({ id, type, name }) => ({ value: id, label: type === 'drd' ? t('graph') : name }))}
        />
      )}
      <div ref={place} className="lw-canvas lw-decisions" />
      <div ref={panel} className="lw-properties" role="region" aria-label={t('properties')} hidden={!isGraph} />
    </div>
  );
}
