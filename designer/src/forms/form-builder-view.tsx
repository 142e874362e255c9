import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { FormComponent, FormSchema } from '@loopwright/engine/forms';
import { useFormats } from '../ui/formats.ts';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import type { EditedComponent, OpenBuilder } from './formio/open-builder.ts';
import { tidyComponents } from './tidy-components.ts';
import './form.css';
import './builder.css';

export type { EditedComponent };

export interface FormBuilderHandle {
  /** The components as they stand, without what says nothing. */
  components(): FormComponent[];
}

interface FormBuilderViewProps {
  readonly schema: FormSchema;
  readonly onChange: () => void;
  readonly onEdit: (edited: EditedComponent | null) => void;
  readonly onOpen?: () => void;
  readonly ref?: Ref<FormBuilderHandle>;
}

/** Form.io's palette and canvas in our look. It is fetched when the first form is opened for building. */
export function FormBuilderView({ schema, onChange, onEdit, onOpen, ref }: FormBuilderViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const { language } = useFormats();
  const [open, setOpen] = useState<OpenBuilder | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const change = useEffectEvent(onChange);
  const edit = useEffectEvent(onEdit);
  const opened = useEffectEvent(() => onOpen?.());
  const latest = useRef(schema.components);

  useEffect(() => {
    const host = place.current;
    if (host === null) return undefined;
    let current: OpenBuilder | null = null;
    let isGone = false;
    const element = host.appendChild(document.createElement('div'));
    const start = async (): Promise<void> => {
      const { openBuilder } = await import('./formio/open-builder.ts');
      if (isGone) return;
      current = await openBuilder(element, { ...schema, components: latest.current }, { language, onChange: () => change(), onEdit: (edited) => edit(edited) });
      if (isGone) return current.close();
      setOpen(current);
      opened();
    };
    start().catch((error: unknown) => setFailure(error instanceof Error ? error : new Error(String(error))));
    return () => {
      isGone = true;
      setOpen(null);
      if (current) latest.current = tidyComponents(current.components());
      current?.close();
      element.remove();
    };
  }, [schema, language]);

  useImperativeHandle(ref, () => ({ components: () => (open === null ? [...latest.current] : tidyComponents(open.components())) }), [open]);
  if (failure) throw failure;
  return (
    <div className="lw-building" data-ready={open !== null}>
      {open === null && <SkeletonRows rows={3} />}
      <div ref={place} hidden={open === null} />
    </div>
  );
}
