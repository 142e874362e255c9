import { ClockCircleOutlined, FileTextOutlined, SearchOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { RequestItem } from '@loopwright/engine/contract';
import { Input, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestsQuery } from '../api/catalogue.ts';
import { useLive } from '../api/live.ts';
import { asFailure } from '../api/problem.ts';
import { useNames } from '../session/use-names.ts';
import { DueBadge } from '../ui/due-badge.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFormats } from '../ui/formats.ts';
import { Instant } from '../ui/instant.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import './catalogue.css';

const route = getRouteApi('/requests');
const pause = 250;

/** What I have started: where each stands, and who is next. */
export function RequestsPage() {
  const { t } = useTranslation('requests');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const query = useInfiniteQuery(requestsQuery({ state: search.state, ...(search.text !== '' && { text: search.text }) }));
  const [text, setText] = useState(search.text);
  useLive(() => void client.invalidateQueries({ queryKey: ['requests'] }));
  useEffect(() => {
    if (text === search.text) return undefined;
    const timer = setTimeout(() => void navigate({ search: (before) => ({ ...before, text }), replace: true }), pause);
    return () => clearTimeout(timer);
  }, [text, search.text, navigate]);

  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <search className="request-filters">
        <Segmented
          aria-label={t('state.label')}
          value={search.state}
          onChange={(state) => void navigate({ search: (before) => ({ ...before, state }), replace: true })}
          options={(['open', 'ended', 'all'] as const).map((state) => ({ value: state, label: t(`state.${state}`) }))}
        />
        <Input type="search" allowClear prefix={<SearchOutlined aria-hidden="true" />} aria-label={t('search')} placeholder={t('search')} value={text} onChange={({ target }) => setText(target.value)} />
      </search>
      {query.error && <FailureNotice failure={asFailure(query.error)} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonRows rows={3} />}
      {query.isSuccess && items.length === 0 && (
        <div className="card">
          <EmptyState icon={<FileTextOutlined />} title={t('empty.title')} actions={<Link to="/start">{t('empty.start')}</Link>}>
            <p>{t('empty.advice')}</p>
          </EmptyState>
        </div>
      )}
      {items.length > 0 && (
        <ul className="card" aria-label={t('title')}>
          {items.map((item) => (
            <Request key={item.processInstanceKey} item={item} />
          ))}
        </ul>
      )}
      <LoadMore query={query} />
    </div>
  );
}

function Request({ item }: { readonly item: RequestItem }) {
  const { t } = useTranslation('requests');
  const { inLanguage } = useFormats();
  const names = useNames();
  const processName = inLanguage(item.processNames) || item.processDefinitionId;
  return (
    <li className="request">
      <div className="request-head">
        <Link to="/instances/$processInstanceKey" params={{ processInstanceKey: item.processInstanceKey }}>
          {item.subject ?? processName}
        </Link>
        <StateBadge state={item.state} hasIncident={item.hasIncident} />
      </div>
      <div className="request-record">
        {processName}
        {item.businessId !== null && ` · ${item.businessId}`} · {t('startedAt')} <Instant at={item.startDate} />
        {item.endDate !== null && (
          <>
            {' · '}
            {t('endedAt')} <Instant at={item.endDate} />
          </>
        )}
      </div>
      {item.waitingFor.length > 0 && (
        <ul className="request-steps">
          {item.waitingFor.map((task) => (
            <li key={task.userTaskKey}>
              <ClockCircleOutlined aria-hidden="true" />
              <span>{inLanguage(task.names) || task.elementId}</span>
              <span className="request-who">
                {task.assignee !== null ? names.person(task.assignee) : [...task.candidateGroups.map(names.group), ...task.candidateUsers.map(names.person)].join(', ')} · <Instant at={task.since} relative />
              </span>
              {task.dueDate !== null && <DueBadge due={task.dueDate} />}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
