import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure } from '../api/problem.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { ValueList } from '../ui/value-list.tsx';
import type { Finishing } from './finishable-form.tsx';

interface FormlessTaskProps {
  readonly values: Readonly<Record<string, unknown>>;
  readonly mayFinish: boolean;
  readonly onFinish: (finishing: Finishing) => Promise<unknown>;
}

/** A task without a form: what it sees, and a button to complete it. */
export function FormlessTask({ values, mayFinish, onFinish }: FormlessTaskProps) {
  const { t } = useTranslation('task');
  const [failure, setFailure] = useState<Error | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const attempt = useRef(crypto.randomUUID());
  const finish = (): void => {
    setIsBusy(true);
    onFinish({ outcome: { id: '', label: t('complete'), tone: 'primary' }, values: {}, attempt: attempt.current })
      .catch((error: Error) => setFailure(error))
      .finally(() => setIsBusy(false));
  };
  return (
    <div className="card card-body">
      <p className="task-hint">{t('noForm')}</p>
      {failure && <FailureNotice failure={asFailure(failure)} />}
      <ValueList values={values} />
      {mayFinish && (
        <div className="outcome-bar">
          <Button type="primary" size="large" loading={isBusy} onClick={finish}>
            {t('complete')}
          </Button>
        </div>
      )}
    </div>
  );
}
