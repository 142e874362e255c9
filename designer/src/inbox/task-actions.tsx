import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure } from '../api/problem.ts';
import { useClaimTask, useUnclaimTask, type TaskCard } from '../api/tasks.ts';
import { useSession } from '../session/use-session.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { AssignDialog } from './assign-dialog.tsx';

/** Take the task, give it back, or hand it to somebody. */
export function TaskActions({ card: { task, may } }: { readonly card: TaskCard }) {
  const { t } = useTranslation('inbox');
  const { message } = App.useApp();
  const announce = useAnnounce();
  const { userId } = useSession();
  const claim = useClaimTask(userId);
  const unclaim = useUnclaimTask();
  const [isAssigning, setIsAssigning] = useState(false);
  const run = (action: typeof claim | typeof unclaim, said: 'claimed' | 'unclaimed') =>
    action.mutate(task.userTaskKey, {
      onSuccess: () => announce(t(said)),
      onError: (error) => void message.error(t(asFailure(error).kind === 'wrong-state' ? 'claimTooLate' : 'claimFailed')),
    });
  return (
    <>
      {task.assignee === null && may.claim && (
        <Button loading={claim.isPending} onClick={() => run(claim, 'claimed')}>
          {t('claim')}
        </Button>
      )}
      {task.assignee === userId && may.unclaim && (
        <Button loading={unclaim.isPending} onClick={() => run(unclaim, 'unclaimed')}>
          {t('unclaim')}
        </Button>
      )}
      {may.assign && <Button onClick={() => setIsAssigning(true)}>{t('assign.button')}</Button>}
      {isAssigning && <AssignDialog userTaskKey={task.userTaskKey} assignee={task.assignee} onClose={() => setIsAssigning(false)} />}
    </>
  );
}
