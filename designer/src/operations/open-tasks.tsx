import { Link } from '@tanstack/react-router';
import type { UserTask } from '@loopwright/engine/contract';
import { useTranslation } from 'react-i18next';
import { useNames } from '../session/use-names.ts';
import { DueBadge } from '../ui/due-badge.tsx';

interface OpenTasksProps {
  readonly tasks: readonly UserTask[];
  readonly names: ReadonlyMap<string, string>;
  readonly nameOf: (userId: string) => string;
  readonly onSelect: (elementId: string) => void;
}

/** Who is next: the open tasks, each with whose it is. */
export function OpenTasks({ tasks, names, nameOf, onSelect }: OpenTasksProps) {
  const { t } = useTranslation('operations');
  const { group } = useNames();
  return (
    <section className="instance-next card card-body">
      <h2>{t('next')}</h2>
      <ul>
        {tasks.map((task) => (
          <li key={task.userTaskKey} onPointerEnter={() => onSelect(task.elementId)}>
            <Link to="/tasks/$userTaskKey" params={{ userTaskKey: task.userTaskKey }}>
              {names.get(task.elementId) || task.name || task.elementId}
            </Link>
            <span className="faint">{task.assignee === null ? [...task.candidateGroups.map(group), ...task.candidateUsers.map(nameOf)].join(', ') : nameOf(task.assignee)}</span>
            {task.dueDate !== null && <DueBadge due={task.dueDate} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
