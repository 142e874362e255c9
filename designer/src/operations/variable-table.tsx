import { useQuery } from '@tanstack/react-query';
import type { FoundVariable } from '@loopwright/engine/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { variablesQuery, wholeVariable } from '../api/instances.ts';
import { asFailure } from '../api/problem.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';

/** The variables of an instance, in every scope. */
export function VariableTable({ processInstanceKey }: { readonly processInstanceKey: string }) {
  const { t } = useTranslation('operations');
  const { data, error, refetch } = useQuery(variablesQuery(processInstanceKey));
  if (error) return <FailureNotice failure={asFailure(error)} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} />;
  if (data.items.length === 0) return <p className="faint">{t('noVariables')}</p>;
  return (
    <table className="grid-table variables">
      <thead>
        <tr>
          <th scope="col">{t('variable.name')}</th>
          <th scope="col">{t('variable.value')}</th>
        </tr>
      </thead>
      <tbody>
        {data.items.map((variable) => (
          <tr key={variable.variableKey}>
            <td>
              {variable.name}
              {variable.scopeKey !== variable.processInstanceKey && <div className="faint">{t('variable.local')}</div>}
            </td>
            <td>
              <Value variable={variable} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const short = 140;

function Value({ variable }: { readonly variable: FoundVariable }) {
  const { t } = useTranslation('operations');
  const [whole, setWhole] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const text = whole ?? variable.value;
  const showWhole = (): void => {
    if (!variable.isTruncated) return setWhole(variable.value);
    wholeVariable(variable.variableKey).then(({ value }) => setWhole(value), setFailure);
  };
  if (failure !== null) return <FailureNotice failure={asFailure(failure)} />;
  if (whole === null && (variable.isTruncated || text.length > short)) {
    return (
      <>
        <code>{text.slice(0, short)} …</code>{' '}
        <Button size="small" type="link" onClick={showWhole}>
          {t('variable.whole')}
        </Button>
      </>
    );
  }
  return whole === null ? <code>{text}</code> : <pre>{indented(whole)}</pre>;
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
