import { LeftOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { InstancePage as InstancePageData } from '@loopwright/engine/contract';
import { Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instancePageQuery } from '../api/instances.ts';
import { useLive } from '../api/live.ts';
import { asFailure } from '../api/problem.ts';
import { DrawingView } from '../canvas/drawing-view.tsx';
import { useNames } from '../session/use-names.ts';
import { useSession } from '../session/use-session.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFormats } from '../ui/formats.ts';
import { Instant } from '../ui/instant.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { HistoryList } from './history-list.tsx';
import { IncidentList } from './incident-list.tsx';
import { InstanceActions } from './instance-actions.tsx';
import { OpenTasks } from './open-tasks.tsx';
import { VariableTable } from './variable-table.tsx';
import './operations.css';

const route = getRouteApi('/instances/$processInstanceKey');

/** Where an instance stands: the drawing with its tokens, who is next, the record, the history and the variables. */
export function InstancePage() {
  const { processInstanceKey } = route.useParams();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(instancePageQuery(processInstanceKey));
  useLive((notice) => {
    if (notice.type === 'resumed' || (notice.type === 'instance' && notice.processInstanceKey === processInstanceKey)) void client.invalidateQueries({ queryKey: ['instances', processInstanceKey] });
  }, processInstanceKey);
  if (data) return <Instance key={processInstanceKey} page={data} />;
  return <div className="page">{error ? <FailureNotice failure={asFailure(error)} onRetry={() => void refetch()} /> : <SkeletonRows rows={5} />}</div>;
}

function Instance({ page }: { readonly page: InstancePageData }) {
  const { t } = useTranslation('operations');
  const { inLanguage } = useFormats();
  const names = useNames();
  const { userId } = useSession();
  const [selected, setSelected] = useState<string | null>(null);
  const { instance, incidents, openTasks, elements } = page;
  const nameOf = (userId: string): string => page.people[userId] ?? names.person(userId);
  const processName = inLanguage(page.processNames) || instance.processDefinitionId;
  const elementNames = useMemo(() => new Map(page.history.map((entry) => [entry.elementId, inLanguage(entry.names)])), [page.history, inLanguage]);
  const active = elements.filter((element) => element.active > 0 && elementNames.has(element.elementId)).map(({ elementId }) => elementNames.get(elementId));
  const openIncidents = incidents.filter(({ state }) => state === 'ACTIVE');
  return (
    <div className="instance-page">
      <div className="instance-head">
        <PageHeader
          title={instance.businessId === null ? processName : `${processName} ${instance.businessId}`}
          above={
            page.callers.length > 1 ? (
              <nav className="instance-callers" aria-label={t('callers')}>
                {page.callers.slice(0, -1).map((caller) => (
                  <Link key={caller.processInstanceKey} to="/instances/$processInstanceKey" params={{ processInstanceKey: caller.processInstanceKey }}>
                    {caller.processDefinitionName}
                    {' › '}
                  </Link>
                ))}
              </nav>
            ) : (
              <Link to={instance.startedBy === userId ? '/requests' : '/instances'} className="back-link">
                <LeftOutlined aria-hidden="true" /> {t(instance.startedBy === userId ? 'toRequests' : 'title')}
              </Link>
            )
          }
          lead={
            <span className="instance-lead">
              <StateBadge state={instance.state} hasIncident={instance.hasIncident && instance.state === 'ACTIVE'} />
              <span>
                {instance.startedBy === null ? t('startedAt') : t('startedBy', { name: nameOf(instance.startedBy) })} <Instant at={instance.startDate} />
                {instance.endDate !== null && (
                  <>
                    {' · '}
                    {t('endedAt')} <Instant at={instance.endDate} />
                  </>
                )}
                {' · '}
                {t('version', { version: instance.processDefinitionVersionTag ?? instance.processDefinitionVersion })} · <span className="numbers">{instance.processInstanceKey}</span>
              </span>
            </span>
          }
          actions={<InstanceActions page={page} />}
        />
      </div>
      <section className="instance-drawing card" aria-label={t('drawing')}>
        <DrawingView
          bpmn={page.bpmn}
          label={active.length > 0 ? t('drawingActive', { process: processName, elements: active.join(', ') }) : t('drawingOf', { process: processName })}
          elements={elements}
          flowsTaken={page.flowsTaken}
          selected={selected}
          onSelect={setSelected}
        />
      </section>
      <section className="instance-side" aria-label={t('details')}>
        {openIncidents.length > 0 && <IncidentList incidents={openIncidents} mayResolve={page.may.resolve} nameOf={(elementId) => elementNames.get(elementId) ?? elementId} onSelect={setSelected} />}
        {openTasks.length > 0 && <OpenTasks tasks={openTasks} names={elementNames} nameOf={nameOf} onSelect={setSelected} />}
        <Tabs
          items={[
            { key: 'record', label: t('tab.record'), children: <RecordList record={page.record} nameOf={nameOf} /> },
            { key: 'history', label: t('tab.history'), children: <HistoryList history={page.history} selected={selected} onSelect={setSelected} /> },
            { key: 'variables', label: t('tab.variables'), children: <VariableTable processInstanceKey={instance.processInstanceKey} /> },
          ]}
        />
      </section>
    </div>
  );
}
