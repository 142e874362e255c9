import { LeftOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { toFormData } from '@loopwright/engine/forms';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxItem } from '../api/inbox.ts';
import { readNextTask } from '../api/inbox.ts';
import { useLive } from '../api/live.ts';
import { asFailure } from '../api/problem.ts';
import { taskCardQuery, useClaimTask, useCompleteTask, type TaskCard, type Variables } from '../api/tasks.ts';
import { parseForm } from '../forms/outcomes.ts';
import { useNames } from '../session/use-names.ts';
import { useSession } from '../session/use-session.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFormats } from '../ui/formats.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { ClosedTask } from './closed-task.tsx';
import { FinishableForm, type Finishing } from './finishable-form.tsx';
import { FormlessTask } from './formless-task.tsx';
import { TaskActions } from './task-actions.tsx';
import { TaskDone } from './task-done.tsx';
import { TaskFacts } from './task-facts.tsx';
import './task.css';

const route = getRouteApi('/tasks/$userTaskKey');

/** One page a task: the form, who decided what so far, why it came to me. */
export function TaskPage() {
  const { userTaskKey } = route.useParams();
  const { data: card, error, refetch } = useQuery(taskCardQuery(userTaskKey));
  const client = useQueryClient();
  useLive((notice) => {
    if (notice.type === 'resumed' || (notice.type === 'tasks' && notice.userTaskKeys.includes(userTaskKey))) void client.invalidateQueries({ queryKey: ['task', userTaskKey] });
  });
  if (card) return <Task key={userTaskKey} card={card} />;
  return <div className="page">{error ? <FailureNotice failure={asFailure(error)} onRetry={() => void refetch()} /> : <SkeletonRows rows={4} />}</div>;
}

interface Done {
  readonly outcome: string;
  readonly next: InboxItem | null;
}

function Task({ card }: { readonly card: TaskCard }) {
  const { t } = useTranslation('task');
  const { inLanguage } = useFormats();
  const session = useSession();
  const names = useNames();
  const complete = useCompleteTask();
  const claim = useClaimTask(session.userId);
  const [done, setDone] = useState<Done | null>(null);
  const { task } = card;
  const schemaText = card.form?.schema ?? '';
  const schema = useMemo(() => parseForm(schemaText), [schemaText]);
  const values = useMemo(() => (schema === null ? {} : toFormData(schema, card.values)), [schema, card.values]);
  const name = inLanguage(card.names) || task.elementId;
  const nameOf = (userId: string): string => card.people[userId] ?? names.person(userId);
  const draftPlace = useMemo(() => ({ tenantId: session.tenantId, userId: session.userId, of: `task/${task.userTaskKey}` }), [session.tenantId, session.userId, task.userTaskKey]);

  const isOpen = task.state === 'CREATED';
  const isOfAnother = task.assignee !== null && task.assignee !== session.userId;
  const mayFinish = isOpen && !isOfAnother && card.may.complete;

  const finish = async ({ outcome, values: sent, attempt }: Finishing): Promise<void> => {
    if (task.assignee === null && card.may.claim) await claim.mutateAsync(task.userTaskKey);
    await complete.mutateAsync({ userTaskKey: task.userTaskKey, variables: sent as Variables, action: outcome.id || 'complete', attempt });
    setDone({ outcome: outcome.label, next: await readNextTask(task.userTaskKey).catch(() => null) });
  };

  if (done) return <TaskDone name={name} {...done} />;
  return (
    <div className="page task-page">
      <PageHeader
        title={name}
        above={
          <Link to="/inbox" className="back-link">
            <LeftOutlined aria-hidden="true" /> {t('toInbox')}
          </Link>
        }
        lead={<TaskFacts card={card} nameOf={nameOf} />}
        actions={isOpen && <TaskActions card={card} />}
      />
      <div className="task-columns">
        <section className="task-main" aria-label={t('form')}>
          {!isOpen && <ClosedTask card={card} schema={schema} draftPlace={draftPlace} nameOf={nameOf} />}
          {isOpen && isOfAnother && <Notice tone="warn" title={t('ofAnother', { name: nameOf(task.assignee ?? '') })} />}
          {isOpen && !isOfAnother && !card.may.complete && <Notice tone="warn" title={t('mayNot')} />}
          {card.formMissing !== null && <Notice tone="bad" title={t('formMissing')}>{card.formMissing}</Notice>}
          {schema !== null && isOpen && (
            <div className="card task-form">
              <FinishableForm schema={schema} values={values} readOnly={!mayFinish} draftPlace={draftPlace} onFinish={finish} />
            </div>
          )}
          {card.form === null && card.formMissing === null && isOpen && <FormlessTask values={card.values} mayFinish={mayFinish} onFinish={finish} />}
        </section>
        <aside className="task-side" aria-label={t('record')}>
          <h2>{t('record')}</h2>
          <RecordList record={card.record} nameOf={nameOf} />
        </aside>
      </div>
    </div>
  );
}
