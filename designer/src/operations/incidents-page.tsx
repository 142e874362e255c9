import { CheckCircleOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { incidentsQuery, type IncidentFilter } from '../api/instances.ts';
import { useLive } from '../api/live.ts';
import { asFailure } from '../api/problem.ts';
import { useSession } from '../session/use-session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { IncidentList } from './incident-list.tsx';
import './operations.css';

const open: IncidentFilter = { state: 'ACTIVE' };

/** Everything that has stopped and waits for somebody. */
export function IncidentsPage() {
  const { t } = useTranslation('operations');
  const { ability } = useSession();
  const client = useQueryClient();
  const query = useInfiniteQuery(incidentsQuery(open));
  useLive(() => void client.invalidateQueries({ queryKey: ['incidents'] }));
  const incidents = query.data?.pages.flatMap((page) => page.items) ?? [];
  const instances = Map.groupBy(incidents, ({ processInstanceKey }) => processInstanceKey);
  return (
    <div className="page">
      <PageHeader title={t('incident.title')} lead={t('incident.lead')} />
      {query.error && <FailureNotice failure={asFailure(query.error)} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonRows rows={3} />}
      {query.isSuccess && incidents.length === 0 && (
        <div className="card">
          <EmptyState icon={<CheckCircleOutlined />} title={t('incident.none')}>
            <p>{t('incident.noneAdvice')}</p>
          </EmptyState>
        </div>
      )}
      {[...instances].map(([processInstanceKey, found]) => (
        <section key={processInstanceKey} className="incident-group">
          <h2>
            {found[0]?.processDefinitionId}{' '}
            <Link to="/instances/$processInstanceKey" params={{ processInstanceKey }} className="numbers">
              {processInstanceKey}
            </Link>
          </h2>
          <IncidentList incidents={found} mayResolve={ability.can('resolve', 'incident')} nameOf={(elementId) => elementId} />
        </section>
      ))}
      <LoadMore query={query} />
    </div>
  );
}
