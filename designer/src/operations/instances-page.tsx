import { BranchesOutlined, SearchOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Input, Segmented } from 'antd';
import { useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { processDefinitionsQuery } from '../api/definitions.ts';
import { instancesQuery, type InstanceFilter } from '../api/instances.ts';
import { useLive } from '../api/live.ts';
import { asFailure } from '../api/problem.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFormats } from '../ui/formats.ts';
import { LoadMore } from '../ui/load-more.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { InstanceTable } from './instance-table.tsx';
import './operations.css';

const route = getRouteApi('/instances');
const pause = 300;
const states = ['ACTIVE', 'INCIDENT', 'COMPLETED', 'TERMINATED', 'ALL'] as const;

/** Process instances, newest first, by state, process and number. */
export function InstancesPage() {
  const { t } = useTranslation('operations');
  const { number } = useFormats();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const id = useId();
  const { data: definitions } = useQuery(processDefinitionsQuery);
  const filter = useMemo(() => filterOf(search), [search]);
  const query = useInfiniteQuery(instancesQuery(filter));
  const [text, setText] = useState(search.text);
  useLive((notice) => {
    if (notice.type !== 'tasks') void client.invalidateQueries({ queryKey: ['instances', 'list'] });
  });
  useEffect(() => {
    if (text === search.text) return undefined;
    const timer = setTimeout(() => void navigate({ search: (before) => ({ ...before, text }), replace: true }), pause);
    return () => clearTimeout(timer);
  }, [text, search.text, navigate]);

  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.page;
  return (
    <div className="page">
      <PageHeader title={t('title')} lead={total && t('count', { count: total.totalItems, number: `${number(total.totalItems)}${total.hasMoreTotalItems ? '+' : ''}` })} />
      <search className="operations-filters">
        <Segmented
          aria-label={t('state')}
          value={search.state}
          onChange={(state) => void navigate({ search: (before) => ({ ...before, state }), replace: true })}
          options={states.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        />
        <label htmlFor={`${id}-process`} className="operations-select">
          {t('process')}
          <select id={`${id}-process`} value={search.process} onChange={({ target }) => void navigate({ search: (before) => ({ ...before, process: target.value }), replace: true })}>
            <option value="">{t('allProcesses')}</option>
            {definitions?.items.map(({ processDefinitionId, name }) => (
              <option key={processDefinitionId} value={processDefinitionId}>
                {name ?? processDefinitionId}
              </option>
            ))}
          </select>
        </label>
        <Input type="search" allowClear prefix={<SearchOutlined aria-hidden="true" />} aria-label={t('search')} placeholder={t('search')} value={text} onChange={({ target }) => setText(target.value)} />
      </search>
      {query.error && <FailureNotice failure={asFailure(query.error)} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonRows rows={5} />}
      {query.isSuccess && items.length === 0 && (
        <div className="card">
          <EmptyState icon={<BranchesOutlined />} title={t('empty.title')}>
            <p>{t('empty.advice')}</p>
          </EmptyState>
        </div>
      )}
      {items.length > 0 && <InstanceTable instances={items} />}
      <LoadMore query={query} />
    </div>
  );
}

interface Search {
  readonly state: (typeof states)[number];
  readonly process: string;
  readonly text: string;
}

function filterOf({ state, process, text }: Search): InstanceFilter {
  const isKey = /^\d{5,19}$/.test(text.trim());
  return {
    ...(state === 'INCIDENT' ? { hasIncident: true } : state !== 'ALL' && { state }),
    ...(process !== '' && { processDefinitionId: process }),
    ...(text.trim() !== '' && (isKey ? { processInstanceKey: text.trim() } : { businessId: { $like: `*${text.trim().replaceAll(/([*?\\])/g, '\\$1')}*` } })),
  };
}
