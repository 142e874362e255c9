import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure, RequestFailed } from '../api/problem.ts';
import { FormView, type FieldFault, type FormHandle, type FormValues } from '../forms/form-view.tsx';
import { outcomesOf, type FormSchema, type Outcome } from '../forms/outcomes.ts';
import { valuesToSend } from '../forms/values-to-send.ts';
import { useNames } from '../session/use-names.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFormats } from '../ui/formats.ts';
import { Notice } from '../ui/notice.tsx';
import { dropDraft, keepDraft, readDraft, type DraftPlace } from './drafts.ts';

/** What is done with a form that is right; its failure is shown at the form. */
export interface Finishing {
  readonly outcome: Outcome;
  readonly values: FormValues;
  /** The same while the same attempt is repeated after a lost answer. */
  readonly attempt: string;
}

interface FinishableFormProps {
  readonly schema: FormSchema;
  readonly values: FormValues;
  readonly readOnly: boolean;
  readonly draftPlace: DraftPlace;
  readonly onFinish: (finishing: Finishing) => Promise<unknown>;
}

const pause = 400;

/** A form with its outcomes below, what is wrong with it above, and a draft of it kept in the browser. */
export function FinishableForm({ schema, values, readOnly, draftPlace, onFinish }: FinishableFormProps) {
  const { t } = useTranslation('form');
  const { language, time } = useFormats();
  const names = useNames();
  const announce = useAnnounce();
  const form = useRef<FormHandle>(null);
  const [draft, setDraft] = useState(() => (readOnly ? null : readDraft(draftPlace)));
  const [opening, setOpening] = useState(() => ({ values: draft?.values ?? values, turn: 0 }));
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [failure, setFailure] = useState<Error | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const attempt = useRef<{ readonly digest: string; readonly key: string }>(null);
  const outcomes = useMemo(() => outcomesOf(schema, language), [schema, language]);
  const keep = useKeptDraft(draftPlace, setKeptAt);

  const finish = async (outcome: Outcome): Promise<void> => {
    const handle = form.current;
    if (handle === null || busy !== null) return;
    setFailure(null);
    const found = handle.check(outcome.id);
    setFaults(found);
    if (found.length > 0) return announce(t('faults', { count: found.length }));
    const sent = valuesToSend(schema, handle.values(), outcome.id);
    const digest = JSON.stringify([outcome.id, sent]);
    attempt.current = attempt.current?.digest === digest ? attempt.current : { digest, key: crypto.randomUUID() };
    setBusy(outcome.id);
    try {
      keep.stop();
      await onFinish({ outcome, values: sent, attempt: attempt.current.key });
      dropDraft(draftPlace);
    } catch (error) {
      const { kind } = asFailure(error);
      if (kind !== 'unreachable' && kind !== 'unavailable' && kind !== 'timed-out') attempt.current = null;
      keep.now(handle.values());
      if (error instanceof RequestFailed && kind === 'invalid-form-values') showServerFaults(handle, error);
      else setFailure(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setBusy(null);
    }
  };

  const showServerFaults = (handle: FormHandle, { errors }: RequestFailed): void => {
    const elsewhere = handle.mark(errors);
    const isElsewhere = new Set(elsewhere.map(({ message }) => message));
    setFaults([...elsewhere, ...errors.filter(({ message }) => !isElsewhere.has(message)).map(({ path, message }) => ({ path, label: '', message }))]);
    announce(t('faults', { count: errors.length }));
  };

  const change = (changed: FormValues, path: string): void => {
    keep.later(changed);
    setFaults((before) => before.filter((fault) => fault.path === '' || path === '' || (fault.path !== path && !path.startsWith(`${fault.path}.`) && !path.startsWith(`${fault.path}[`))));
  };

  const startAgain = (): void => {
    dropDraft(draftPlace);
    setDraft(null);
    setKeptAt(null);
    setFaults([]);
    setOpening(({ turn }) => ({ values, turn: turn + 1 }));
  };

  return (
    <>
      {draft !== null && !readOnly && (
        <Notice
          tone="info"
          title={t('draft.restored', { when: time(draft.at) })}
          actions={
            <Button size="small" onClick={startAgain}>
              {t('draft.discard')}
            </Button>
          }
        />
      )}
      {failure && <FailureNotice failure={asFailure(failure)} />}
      <FaultList faults={faults} onGo={(path) => form.current?.focus(path)} />
      <FormView key={opening.turn} ref={form} schema={schema} values={opening.values} readOnly={readOnly} nameOf={names.person} onChange={change} />
      <div className="outcome-bar">
        {!readOnly &&
          outcomes.map((outcome) => (
            <Button
              key={outcome.id}
              size="large"
              type={outcome.tone === 'primary' || outcome.tone === 'good' ? 'primary' : 'default'}
              danger={outcome.tone === 'bad'}
              className={outcome.tone === 'warn' ? 'outcome-warn' : ''}
              loading={busy === outcome.id}
              disabled={busy !== null && busy !== outcome.id}
              data-outcome={outcome.id}
              onClick={() => void finish(outcome)}
            >
              {outcome.label}
            </Button>
          ))}
        {keptAt !== null && <span className="outcome-kept">{t('draft.kept', { when: time(keptAt) })}</span>}
      </div>
    </>
  );
}

/** Keeps what is typed after a short pause, and at once when the page is left. */
function useKeptDraft(place: DraftPlace, onKept: (at: string) => void) {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; values: FormValues } | null>(null);
  const now = (values: FormValues): void => {
    const at = new Date().toISOString();
    if (keepDraft(place, { values, at })) onKept(at);
  };
  const stop = (): void => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
  };
  const flush = (): void => {
    if (waiting.current) now(waiting.current.values);
    stop();
  };
  const latestFlush = useRef(flush);
  latestFlush.current = flush;
  useEffect(() => {
    const onHide = (): void => latestFlush.current();
    addEventListener('pagehide', onHide);
    return () => {
      removeEventListener('pagehide', onHide);
      onHide();
    };
  }, []);
  const later = (values: FormValues): void => {
    stop();
    waiting.current = { values, timer: setTimeout(() => latestFlush.current(), pause) };
  };
  return { now, later, stop };
}

function FaultList({ faults, onGo }: { readonly faults: readonly FieldFault[]; readonly onGo: (path: string) => void }) {
  const { t } = useTranslation('form');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) list.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div ref={list} tabIndex={-1} className="fault-list">
      <Notice tone="bad" role="alert" title={t('faults', { count: faults.length })}>
        <ul>
          {faults.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {path === '' ? (
                message
              ) : (
                <button type="button" className="link-button" onClick={() => onGo(path)}>
                  {message}
                </button>
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
