import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type english from './locales/en/index.ts';
import { Notice } from './notice.tsx';

type KnownKind = keyof (typeof english)['problem'];

interface FailureNoticeProps {
  /** Kind of problem of the API, and what the server said of it. */
  readonly failure: { readonly kind: KnownKind; readonly detail: string };
  readonly onRetry?: () => void;
}

/** Says what went wrong in the reader's language, with what the server said below. */
export function FailureNotice({ failure, onRetry }: FailureNoticeProps) {
  const { t, i18n } = useTranslation(['problem', 'shell']);
  const known = i18n.exists(`problem:${failure.kind}`) ? failure.kind : 'internal';
  return (
    <Notice tone="bad" role="alert" title={t(`problem:${known}.title`)} actions={onRetry && <Button onClick={onRetry}>{t('shell:retry')}</Button>}>
      {t(`problem:${known}.advice`)}
      {showsDetail(failure.kind) && <span className="code"> {failure.detail}</span>}
    </Notice>
  );
}

function showsDetail(kind: string): boolean {
  return !['unreachable', 'unavailable', 'not-signed-in', 'not-found'].includes(kind);
}
