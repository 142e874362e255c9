import { FlagFilled, TeamOutlined, UserOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InboxItem } from '../api/inbox.ts';
import { useNames } from '../session/use-names.ts';
import { DueBadge } from '../ui/due-badge.tsx';
import { useFormats } from '../ui/formats.ts';
import { Instant } from '../ui/instant.tsx';

/** From this priority on a task is marked. */
const high = 60;

interface TaskRowProps {
  readonly item: InboxItem;
  readonly userId: string;
  readonly isGone: boolean;
  readonly isBusy: boolean;
  readonly onClaim: () => void;
}

/** A task in the inbox. The whole row leads to it; the button takes it or gives it back. */
export function TaskRow({ item, userId, isGone, isBusy, onClaim }: TaskRowProps) {
  const { t } = useTranslation('inbox');
  const { inLanguage } = useFormats();
  const names = useNames();
  const isMine = item.assignee === userId;
  const name = inLanguage(item.names) || item.elementId;
  return (
    <li className="task-row" data-gone={isGone}>
      <div className="task-row-what">
        <Link to="/tasks/$userTaskKey" params={{ userTaskKey: item.userTaskKey }} className="task-row-link">
          {item.priority >= high && (
            <span className="task-row-flag" title={t('highPriority')}>
              <FlagFilled aria-hidden="true" />
              <span className="visually-hidden">{t('highPriority')}</span>
            </span>
          )}
          {name}
        </Link>
        {item.subject !== null && <span className="task-row-subject">{item.subject}</span>}
        <span className="task-row-record">
          {inLanguage(item.processNames)}
          {item.businessId !== null && <span className="numbers"> · {item.businessId}</span>}
          {item.startedBy !== null && ` · ${t('raisedBy', { name: names.person(item.startedBy) })}`}
          {' · '}
          <Instant at={item.creationDate} relative />
        </span>
      </div>
      <div className="task-row-who">
        {item.assignee === null ? <TeamOutlined aria-hidden="true" /> : <UserOutlined aria-hidden="true" />}
        {item.assignee === null ? [...item.candidateGroups.map(names.group), ...item.candidateUsers.map(names.person)].join(', ') : isMine ? t('you') : names.person(item.assignee)}
      </div>
      <div className="task-row-due">{item.dueDate !== null && <DueBadge due={item.dueDate} />}</div>
      <div className="task-row-action">
        {isGone ? (
          <span className="badge">{t('gone')}</span>
        ) : (
          (isMine || item.assignee === null) && (
            <Button size="small" type={isMine ? 'text' : 'default'} loading={isBusy} onClick={onClaim} aria-label={t(isMine ? 'unclaimOf' : 'claimOf', { name })}>
              {t(isMine ? 'unclaim' : 'claim')}
            </Button>
          )
        )}
      </div>
    </li>
  );
}
