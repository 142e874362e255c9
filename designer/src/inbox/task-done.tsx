import { CheckCircleFilled } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxItem } from '../api/inbox.ts';
import { DueBadge } from '../ui/due-badge.tsx';
import { useFormats } from '../ui/formats.ts';
import { usePageTitle } from '../ui/page-header.tsx';

interface TaskDoneProps {
  readonly name: string;
  readonly outcome: string;
  readonly next: InboxItem | null;
}

/** Says that it is done, with the next task one key away. */
export function TaskDone({ name, outcome, next }: TaskDoneProps) {
  const { t } = useTranslation('task');
  const { inLanguage } = useFormats();
  const onward = useRef<HTMLAnchorElement>(null);
  usePageTitle(t('done.title'));
  useEffect(() => onward.current?.focus(), []);
  return (
    <div className="page">
      <div className="task-done card" role="status">
        <CheckCircleFilled aria-hidden="true" className="task-done-mark" />
        <h1>{t('done.title')}</h1>
        <p>{t('done.what', { name, outcome })}</p>
        {next === null ? (
          <Link ref={onward} to="/inbox" className="task-done-next">
            {t('done.nothingLeft')}
          </Link>
        ) : (
          <>
            <Link ref={onward} to="/tasks/$userTaskKey" params={{ userTaskKey: next.userTaskKey }} className="task-done-next">
              <span className="task-done-label">{t('done.next')}</span>
              <span className="task-done-name">{inLanguage(next.names)}</span>
              <span>{[next.subject, next.businessId ?? inLanguage(next.processNames)].filter(Boolean).join(' · ')}</span>
              {next.dueDate !== null && <DueBadge due={next.dueDate} />}
            </Link>
            <Link to="/inbox">{t('toInbox')}</Link>
          </>
        )}
      </div>
    </div>
  );
}
