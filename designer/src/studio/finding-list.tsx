import { CheckCircleOutlined, CloseCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { Finding } from '@loopwright/engine/contract';
import { useTranslation } from 'react-i18next';

interface FindingListProps {
  readonly findings: readonly (Finding & { readonly resourceName?: string })[];
  readonly onSelect?: (elementId: string) => void;
}

const icons = { error: <CloseCircleOutlined />, warning: <WarningOutlined />, info: <InfoCircleOutlined /> };
const order = { error: 0, warning: 1, info: 2 };

/** What the compiler found, errors first; choosing one shows its element. */
export function FindingList({ findings, onSelect }: FindingListProps) {
  const { t } = useTranslation('design');
  const sorted = findings.toSorted((a, b) => order[a.severity] - order[b.severity]);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <section className="findings card" aria-label={t('findings.title')} aria-live="polite">
      <h2>
        {findings.length === 0 ? (
          <>
            <CheckCircleOutlined aria-hidden="true" className="findings-none" /> {t('findings.none')}
          </>
        ) : (
          [errors > 0 && t('findings.errors', { count: errors }), findings.length > errors && t('findings.notes', { count: findings.length - errors })].filter(Boolean).join(' · ')
        )}
      </h2>
      {findings.length > 0 && (
        <ul>
          {sorted.map((finding) => (
            <li key={`${finding.resourceName ?? ''} ${finding.elementId ?? ''} ${finding.code} ${finding.message}`} data-severity={finding.severity}>
              <span aria-hidden="true">{icons[finding.severity]}</span>
              <span className="visually-hidden">{t(`findings.severity.${finding.severity}`)}</span>
              {finding.elementId !== null &&
                (onSelect ? (
                  <button type="button" className="finding-element code" onClick={() => onSelect(finding.elementId ?? '')}>
                    {finding.elementId}
                  </button>
                ) : (
                  <span className="code">{finding.elementId}</span>
                ))}
              <span className="finding-message">{finding.message}</span>
              <span className="finding-where">
                {finding.resourceName}
                {finding.line !== null && ` ${t('findings.line', { line: finding.line })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
