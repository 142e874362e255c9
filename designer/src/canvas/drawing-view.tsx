import { ExpandOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../ui/formats.ts';
import { Notice } from '../ui/notice.tsx';
import type { ElementFinding, ElementMark } from './marks.ts';
import { useOpened } from './use-opened.ts';
import './canvas.css';

interface DrawingViewProps {
  readonly bpmn: string;
  /** What the drawing shows, for those who don't see it. */
  readonly label: string;
  readonly elements?: readonly ElementMark[];
  readonly flowsTaken?: readonly string[];
  readonly findings?: readonly ElementFinding[];
  readonly selected?: string | null;
  readonly onSelect?: (elementId: string | null) => void;
}

const nothing: readonly never[] = [];

/** A drawing with what an instance did on it. bpmn-js is fetched when the first drawing is shown. */
export function DrawingView({ bpmn, label, elements = nothing, flowsTaken = nothing, findings = nothing, selected = null, onSelect }: DrawingViewProps) {
  const { t } = useTranslation('canvas');
  const { language } = useFormats();
  const place = useRef<HTMLDivElement>(null);
  const select = useEffectEvent((elementId: string | null) => onSelect?.(elementId));
  const { opened, failure } = useOpened(
    place,
    async (element) => {
      const { openDrawing } = await import('./bpmn/open-viewer.ts');
      return openDrawing(element, bpmn, language, (elementId) => select(elementId));
    },
    [bpmn, language],
  );
  useEffect(() => opened?.mark(elements, flowsTaken, findings), [opened, elements, flowsTaken, findings]);
  useEffect(() => opened?.select(selected), [opened, selected]);
  return (
    <div className="lw-drawing" data-ready={opened !== null}>
      {failure && <Notice tone="bad" role="alert" title={t('notDrawn')}>{failure.message}</Notice>}
      <div ref={place} className="lw-canvas" role="group" aria-label={label} />
      <div className="lw-canvas-tools">
        <button type="button" onClick={() => opened?.fit()} title={t('fit')}>
          <ExpandOutlined aria-hidden="true" />
          <span className="visually-hidden">{t('fit')}</span>
        </button>
        <button type="button" onClick={() => opened?.zoom(1.25)} title={t('zoomIn')}>
          <PlusOutlined aria-hidden="true" />
          <span className="visually-hidden">{t('zoomIn')}</span>
        </button>
        <button type="button" onClick={() => opened?.zoom(0.8)} title={t('zoomOut')}>
          <MinusOutlined aria-hidden="true" />
          <span className="visually-hidden">{t('zoomOut')}</span>
        </button>
      </div>
    </div>
  );
}
