import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directoryQuery } from '../api/directory.ts';
import { asFailure } from '../api/problem.ts';
import { useAssignTask } from '../api/tasks.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';

interface AssignDialogProps {
  readonly userTaskKey: string;
  readonly assignee: string | null;
  readonly onClose: () => void;
}

/** Chooses who is to do a task. */
export function AssignDialog({ userTaskKey, assignee, onClose }: AssignDialogProps) {
  const { t } = useTranslation('inbox');
  const id = useId();
  const { data } = useQuery(directoryQuery);
  const [chosen, setChosen] = useState(assignee ?? '');
  const { mutate, isPending, error } = useAssignTask();
  return (
    <Modal
      open
      title={t('assign.title')}
      width={420}
      okText={t('assign.do')}
      okButtonProps={{ disabled: chosen === '' || chosen === assignee, loading: isPending }}
      onOk={() => mutate({ userTaskKey, assignee: chosen }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      {error && <FailureNotice failure={asFailure(error)} />}
      <label htmlFor={id}>{t('assign.to')}</label>
      <select id={id} className="lw-input" value={chosen} onChange={({ target }) => setChosen(target.value)}>
        <option value="">{t('assign.choose')}</option>
        {data?.people.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
      </select>
    </Modal>
  );
}
