import { useTranslation } from 'react-i18next';

const widths = ['62%', '48%', '71%', '55%', '66%', '43%'];

/** Stands in for rows that are on their way. */
export function SkeletonRows({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useTranslation('shell');
  return (
    <div role="status" aria-busy="true" className="card">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className="card-body" aria-hidden="true">
          <span className="skeleton" style={{ width: widths[i % widths.length] }} />
          <span className="skeleton" style={{ width: widths[(i + 3) % widths.length], marginTop: 10, height: 9 }} />
        </div>
      ))}
    </div>
  );
}
