import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskCard } from '../api/tasks.ts';
import { useNames } from '../session/use-names.ts';
import { DueBadge } from '../ui/due-badge.tsx';
import { useFormats } from '../ui/formats.ts';
import { Instant } from '../ui/instant.tsx';

interface TaskFactsProps {
  readonly card: TaskCard;
  readonly nameOf: (userId: string) => string;
}

/** What the task is about, whose it is, why it came to me. */
export function TaskFacts({ card: { task, instance, processNames, whyMine, values }, nameOf }: TaskFactsProps) {
  const { t } = useTranslation('task');
  const { inLanguage } = useFormats();
  const names = useNames();
  const subject = typeof values['title'] === 'string' ? values['title'] : null;
  const why = whyMine === 'assignee' ? t('why.assignee') : whyMine === 'candidate' ? t('why.candidate') : whyMine !== null ? t('why.group', { group: names.group(whyMine) }) : null;
  return (
    <div className="task-facts">
      {subject !== null && <p className="task-subject">{subject}</p>}
      <p>
        <Link to="/instances/$processInstanceKey" params={{ processInstanceKey: instance.processInstanceKey }}>
          {inLanguage(processNames)}
          {instance.businessId !== null && ` ${instance.businessId}`}
        </Link>
        {instance.startedBy !== null && <> · {t('raisedBy', { name: nameOf(instance.startedBy) })}</>}
        {' · '}
        {t('since')} <Instant at={task.creationDate} relative />
      </p>
      <p className="task-badges">
        {task.dueDate !== null && task.completionDate === null && <DueBadge due={task.dueDate} />}
        {why !== null && <span>{why}</span>}
      </p>
    </div>
  );
}
