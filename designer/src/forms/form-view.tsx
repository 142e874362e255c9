import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useFormats } from '../ui/formats.ts';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import type { FormSchema } from '@loopwright/engine/forms';
import type { FieldFault, FormValues, OpenForm } from './formio/open-form.ts';
import './form.css';

export type { FieldFault, FormValues };

/** What a page does with a form that it shows. */
export type FormHandle = Pick<OpenForm, 'values' | 'check' | 'mark' | 'focus'>;

interface FormViewProps {
  readonly schema: FormSchema;
  /** With which the form opens; later changes of this object are not taken over. */
  readonly values: FormValues;
  readonly readOnly?: boolean;
  readonly nameOf: (userId: string) => string;
  readonly onChange?: (values: FormValues, path: string) => void;
  readonly onReady?: () => void;
  readonly ref?: Ref<FormHandle>;
}

/** A Form.io form on the page. Form.io itself is fetched when the first form is shown. */
export function FormView({ schema, values, readOnly = false, nameOf, onChange, onReady, ref }: FormViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<OpenForm | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const { language, day, date, dateTime } = useFormats();
  const latest = useRef(values);
  const change = useEffectEvent((changed: FormValues, path: string) => {
    latest.current = changed;
    onChange?.(changed, path);
  });
  const name = useEffectEvent(nameOf);
  const ready = useEffectEvent(() => onReady?.());

  useEffect(() => {
    const host = place.current;
    if (host === null) return undefined;
    let current: OpenForm | null = null;
    let isGone = false;
    const element = host.appendChild(document.createElement('div'));
    const start = async (): Promise<void> => {
      const { openForm } = await import('./formio/open-form.ts');
      if (isGone) return;
      const formatDay = (text: string): string => (text.length === 10 ? day(text) : date(text));
      current = await openForm(element, schema, latest.current, { language, readOnly, nameOf: (id) => name(id), formatDay, formatMoment: dateTime, onChange: (changed, path) => change(changed, path) });
      if (isGone) return current.close();
      setOpen(current);
      ready();
    };
    start().catch((error: unknown) => setFailure(error instanceof Error ? error : new Error(String(error))));
    return () => {
      isGone = true;
      setOpen(null);
      current?.close();
      element.remove();
    };
  }, [schema, language, readOnly, day, date, dateTime]);

  useImperativeHandle(
    ref,
    () => ({
      values: () => open?.values() ?? latest.current,
      check: (outcome) => open?.check(outcome) ?? [],
      mark: (faults) => open?.mark(faults) ?? [],
      focus: (path) => open?.focus(path),
    }),
    [open],
  );

  if (failure) throw failure;
  return (
    <div className="lw-form" data-ready={open !== null}>
      {open === null && <SkeletonRows rows={3} />}
      <div ref={place} hidden={open === null} />
    </div>
  );
}
