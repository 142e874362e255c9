import { CompassOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';
import { usePageTitle } from '../ui/page-header.tsx';

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  usePageTitle(t('notFound.title'));
  return (
    <EmptyState icon={<CompassOutlined />} title={t('notFound.title')} actions={<Link to="/inbox">{t('notFound.home')}</Link>}>
      <p>{t('notFound.advice')}</p>
    </EmptyState>
  );
}
