import { LeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogueEntryQuery, useStartProcess } from '../api/catalogue.ts';
import { asFailure } from '../api/problem.ts';
import type { Variables } from '../api/tasks.ts';
import { parseForm } from '../forms/outcomes.ts';
import { useSession } from '../session/use-session.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFormats } from '../ui/formats.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { FinishableForm } from './finishable-form.tsx';
import './catalogue.css';
import './task.css';

const route = getRouteApi('/start/$processDefinitionId');
const nothing = {};

/** Starts a process with its form; without one, at a click. */
export function StartPage() {
  const { t } = useTranslation('catalogue');
  const { message } = App.useApp();
  const { inLanguage } = useFormats();
  const { tenantId, userId } = useSession();
  const { processDefinitionId } = route.useParams();
  const navigate = route.useNavigate();
  const { data: entry, error, refetch } = useQuery(catalogueEntryQuery(processDefinitionId));
  const start = useStartProcess();
  const schemaText = entry?.form?.schema ?? '';
  const schema = useMemo(() => parseForm(schemaText), [schemaText]);
  const draftPlace = useMemo(() => ({ tenantId, userId, of: `start/${processDefinitionId}` }), [tenantId, userId, processDefinitionId]);
  const [attempt] = useState(() => crypto.randomUUID());

  const begin = async (variables: Variables, attemptKey: string): Promise<void> => {
    if (!entry) return;
    const { processInstanceKey } = await start.mutateAsync({ processDefinitionKey: entry.processDefinitionKey, variables, attempt: attemptKey });
    message.success(t('started'));
    await navigate({ to: '/instances/$processInstanceKey', params: { processInstanceKey } });
  };

  return (
    <div className="page">
      <PageHeader
        title={entry ? inLanguage(entry.names) : t('title')}
        above={
          <Link to="/start" className="back-link">
            <LeftOutlined aria-hidden="true" /> {t('title')}
          </Link>
        }
        lead={entry && inLanguage(entry.descriptions)}
      />
      {error && <FailureNotice failure={asFailure(error)} onRetry={() => void refetch()} />}
      {!entry && !error && <SkeletonRows rows={4} />}
      {entry && schema && (
        <div className="card start-form">
          <FinishableForm schema={schema} values={nothing} readOnly={false} draftPlace={draftPlace} onFinish={({ values, attempt: key }) => begin(values as Variables, key)} />
        </div>
      )}
      {entry && entry.form === null && (
        <div className="card card-body start-form">
          {start.error && <FailureNotice failure={asFailure(start.error)} />}
          <p className="task-hint">{t('noForm')}</p>
          <div className="outcome-bar">
            <Button type="primary" size="large" loading={start.isPending} onClick={() => void begin({}, attempt).catch(() => undefined)}>
              {t('start')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
