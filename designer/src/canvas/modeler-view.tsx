import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../ui/formats.ts';
import { Notice } from '../ui/notice.tsx';
import type { OpenModeler } from './bpmn/open-modeler.ts';
import type { ElementFinding } from './marks.ts';
import { useOpened } from './use-opened.ts';
import './canvas.css';

/** What a page does with an open drawing. */
export type ModelerHandle = Pick<OpenModeler, 'select' | 'fit'> & { save(): Promise<string | null> };

interface ModelerViewProps {
  readonly bpmn: string;
  readonly findings: readonly ElementFinding[];
  readonly onChange: () => void;
  readonly onOpen?: () => void;
  readonly ref?: Ref<ModelerHandle>;
}

/** bpmn-js with the properties panel of the Zeebe dialect. */
export function ModelerView({ bpmn, findings, onChange, onOpen, ref }: ModelerViewProps) {
  const { t } = useTranslation('canvas');
  const { language } = useFormats();
  const place = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const changed = useEffectEvent(onChange);
  const open = useEffectEvent(() => onOpen?.());
  const { opened, failure } = useOpened(
    place,
    async (element) => {
      const { openModeler } = await import('./bpmn/open-modeler.ts');
      return openModeler(element, bpmn, { language, panel: panel.current ?? element, onChange: () => changed() });
    },
    [bpmn, language],
  );
  useEffect(() => {
    if (opened) open();
  }, [opened]);
  useEffect(() => opened?.markFindings(findings), [opened, findings]);
  useImperativeHandle(ref, () => ({ save: async () => opened?.save() ?? null, select: (elementId) => opened?.select(elementId), fit: () => opened?.fit() }), [opened]);
  return (
    <div className="lw-editor" data-ready={opened !== null}>
      {failure && <Notice tone="bad" role="alert" title={t('notDrawn')}>{failure.message}</Notice>}
      <div ref={place} className="lw-canvas" />
      <div ref={panel} className="lw-properties" role="region" aria-label={t('properties')} />
    </div>
  );
}
