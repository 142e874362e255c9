import { FormOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { catalogueQuery } from '../api/catalogue.ts';
import { asFailure } from '../api/problem.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFormats } from '../ui/formats.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import './catalogue.css';

/** What I may start. */
export function CataloguePage() {
  const { t } = useTranslation('catalogue');
  const { inLanguage } = useFormats();
  const { data, error, isPending, refetch } = useQuery(catalogueQuery);
  return (
    <div className="page">
      <PageHeader title={t('title')} lead={t('lead')} />
      {error && <FailureNotice failure={asFailure(error)} onRetry={() => void refetch()} />}
      {isPending && <SkeletonRows rows={2} />}
      {data?.items.length === 0 && (
        <div className="card">
          <EmptyState icon={<PlayCircleOutlined />} title={t('empty.title')}>
            <p>{t('empty.advice')}</p>
          </EmptyState>
        </div>
      )}
      <ul className="catalogue">
        {data?.items.map((entry) => (
          <li key={entry.processDefinitionId} className="card catalogue-entry">
            <FormOutlined aria-hidden="true" className="catalogue-mark" />
            <div>
              <h2>
                <Link to="/start/$processDefinitionId" params={{ processDefinitionId: entry.processDefinitionId }}>
                  {inLanguage(entry.names) || entry.processDefinitionId}
                </Link>
              </h2>
              <p>{inLanguage(entry.descriptions)}</p>
              <p className="catalogue-version">{t('version', { version: entry.versionTag ?? entry.version })}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
