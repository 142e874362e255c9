import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.tsx';

/** Shows a page's own failure in words, with a way on. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error === null ? this.props.children : <Crashed error={this.state.error} />;
  }
}

export function Crashed({ error }: { readonly error: Error }) {
  const { t } = useTranslation('shell');
  return (
    <main className="page">
      <Notice tone="bad" role="alert" title={t('crashed.title')} actions={<Button onClick={() => location.reload()}>{t('crashed.reload')}</Button>}>
        {t('crashed.advice')} <span className="code">{error.message}</span>
      </Notice>
    </main>
  );
}
