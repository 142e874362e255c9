import { AuditOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { auditEntityTypes, auditOperationTypes } from '@loopwright/engine/contract';
import { Button, Input } from 'antd';
import { useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditQuery } from '../api/audit.ts';
import { directoryQuery } from '../api/directory.ts';
import { asFailure } from '../api/problem.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFormats } from '../ui/formats.ts';
import { LoadMore } from '../ui/load-more.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { auditFilterOf, type AuditSearch } from './audit-filter.ts';
import { AuditTable } from './audit-table.tsx';
import './audit.css';

const route = getRouteApi('/audit');
const pause = 350;

/** The audit trail: who did what, when and why, newest first. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const { number, timeZone } = useFormats();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = useMemo(() => auditFilterOf(search), [search]);
  const query = useInfiniteQuery(auditQuery(filter));
  const lines = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.page;
  return (
    <div className="page page-wide">
      <PageHeader title={t('title')} lead={total && t('count', { count: total.totalItems, number: `${number(total.totalItems)}${total.hasMoreTotalItems ? '+' : ''}`, zone: timeZone })} />
      <AuditFilters search={search} onChange={(changes) => void navigate({ search: (before) => ({ ...before, ...changes }), replace: true })} onClear={() => void navigate({ search: {}, replace: true })} />
      {query.error && <FailureNotice failure={asFailure(query.error)} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonRows rows={6} />}
      {query.isSuccess && lines.length === 0 && (
        <div className="card">
          <EmptyState icon={<AuditOutlined />} title={t('empty.title')}>
            <p>{t('empty.advice')}</p>
          </EmptyState>
        </div>
      )}
      {lines.length > 0 && <AuditTable lines={lines} />}
      <LoadMore query={query} />
    </div>
  );
}

interface AuditFiltersProps {
  readonly search: AuditSearch;
  readonly onChange: (changes: Partial<AuditSearch>) => void;
  readonly onClear: () => void;
}

function AuditFilters({ search, onChange, onClear }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const id = useId();
  const { data: directory } = useQuery(directoryQuery);
  const [record, setRecord] = useState(search.record);
  useEffect(() => setRecord(search.record), [search.record]);
  useEffect(() => {
    if (record === search.record) return undefined;
    const timer = setTimeout(() => onChange({ record }), pause);
    return () => clearTimeout(timer);
  }, [record, search.record, onChange]);
  const isFiltered = Object.values(search).some((value) => value !== '');
  return (
    <search className="audit-filters">
      <label htmlFor={`${id}-actor`}>
        {t('filter.actor')}
        <select id={`${id}-actor`} value={search.actor} onChange={({ target }) => onChange({ actor: target.value })}>
          <option value="">{t('filter.anybody')}</option>
          {directory?.people.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={`${id}-operation`}>
        {t('filter.operation')}
        <select id={`${id}-operation`} value={search.operation} onChange={({ target }) => onChange({ operation: target.value })}>
          <option value="">{t('filter.anything')}</option>
          {auditOperationTypes.map((operation) => (
            <option key={operation} value={operation}>
              {t(`operation.${operation}`)}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={`${id}-entity`}>
        {t('filter.entity')}
        <select id={`${id}-entity`} value={search.entity} onChange={({ target }) => onChange({ entity: target.value })}>
          <option value="">{t('filter.anything')}</option>
          {auditEntityTypes.map((entity) => (
            <option key={entity} value={entity}>
              {t(`entity.${entity}`)}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={`${id}-from`}>
        {t('filter.from')}
        <input id={`${id}-from`} type="date" value={search.from} max={search.until || undefined} onChange={({ target }) => onChange({ from: target.value })} />
      </label>
      <label htmlFor={`${id}-until`}>
        {t('filter.until')}
        <input id={`${id}-until`} type="date" value={search.until} min={search.from || undefined} onChange={({ target }) => onChange({ until: target.value })} />
      </label>
      <label htmlFor={`${id}-record`} className="audit-record">
        {t('filter.record')}
        <Input id={`${id}-record`} type="search" allowClear inputMode="numeric" value={record} onChange={({ target }) => setRecord(target.value)} />
      </label>
      {isFiltered && (
        <Button type="link" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      )}
    </search>
  );
}
