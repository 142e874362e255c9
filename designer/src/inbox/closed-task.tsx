import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormSchema } from '@loopwright/engine/forms';
import type { TaskCard } from '../api/tasks.ts';
import { useFormats } from '../ui/formats.ts';
import { Notice } from '../ui/notice.tsx';
import { ValueList } from '../ui/value-list.tsx';
import { dropDraft, readDraft, type DraftPlace } from './drafts.ts';
import { draftAsText } from './draft-as-text.ts';

interface ClosedTaskProps {
  readonly card: TaskCard;
  readonly schema: FormSchema | null;
  readonly draftPlace: DraftPlace;
  readonly nameOf: (userId: string) => string;
}

/** Says how a task ended. What was typed here and not sent stays until it is thrown away. */
export function ClosedTask({ card: { task, record }, schema, draftPlace, nameOf }: ClosedTaskProps) {
  const { t } = useTranslation('task');
  const { message } = App.useApp();
  const { dateTime, language } = useFormats();
  const [draft, setDraft] = useState(() => readDraft(draftPlace));
  const completed = record.find((entry) => entry.kind === 'task completed' && entry.userTaskKey === task.userTaskKey);
  const isCompleted = task.state === 'COMPLETED' || task.state === 'COMPLETING';
  const by = completed?.kind === 'task completed' ? (completed.byName ?? (completed.by === null ? null : nameOf(completed.by))) : null;
  const when = task.completionDate === null ? '' : dateTime(task.completionDate);
  const typed = draft === null || schema === null ? '' : draftAsText(schema, draft.values, language);
  return (
    <>
      <Notice tone={isCompleted ? 'good' : 'warn'} title={isCompleted ? (by === null ? t('closed.completed', { when }) : t('closed.completedBy', { name: by, when })) : t('closed.canceled')}>
        {!isCompleted && t('closed.canceledWhy')}
      </Notice>
      {completed?.kind === 'task completed' && (
        <section className="card card-body">
          <h2>{t('closed.entered')}</h2>
          <ValueList values={completed.values} />
        </section>
      )}
      {typed !== '' && (
        <section className="card card-body unsent">
          <h2>{t('closed.unsent')}</h2>
          <p>{t('closed.unsentAdvice')}</p>
          <pre className="unsent-text">{typed}</pre>
          <Button onClick={() => void navigator.clipboard.writeText(typed).then(() => message.success(t('closed.copied')))}>{t('closed.copy')}</Button>{' '}
          <Button
            type="text"
            onClick={() => {
              dropDraft(draftPlace);
              setDraft(null);
            }}
          >
            {t('closed.throwAway')}
          </Button>
        </section>
      )}
    </>
  );
}
