import { Link } from '@tanstack/react-router';
import type { AuditLog } from '@loopwright/engine/contract';
import { useTranslation } from 'react-i18next';
import { useNames } from '../session/use-names.ts';
import { Badge } from '../ui/badge.tsx';
import { Instant } from '../ui/instant.tsx';

/** Lines of the trail, each with what was there before and after, and its place in the chain. */
export function AuditTable({ lines }: { readonly lines: readonly AuditLog[] }) {
  const { t } = useTranslation('audit');
  return (
    <div className="card scroll-x">
      <table className="grid-table grid-table-stacks audit-table">
        <thead>
          <tr>
            <th scope="col">{t('column.when')}</th>
            <th scope="col">{t('column.who')}</th>
            <th scope="col">{t('column.what')}</th>
            <th scope="col">{t('column.record')}</th>
            <th scope="col">{t('column.change')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.auditLogKey} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line }: { readonly line: AuditLog }) {
  const { t } = useTranslation('audit');
  const names = useNames();
  return (
    <tr>
      <td data-label={t('column.when')}>
        <Instant at={line.timestamp} />
        <div className="faint">{line.zone}</div>
      </td>
      <td data-label={t('column.who')}>
        {line.actorName ?? (line.actorId === null ? t('system') : names.person(line.actorId))}
        {line.actorId !== null && line.actorId !== line.actorName && <div className="faint">{line.actorId}</div>}
      </td>
      <td data-label={t('column.what')}>
        {t(`operation.${line.operationType}`)} · {t(`entity.${line.entityType}`)} {line.result === 'FAIL' && <Badge tone="bad">{t('failed')}</Badge>}
        {line.entityDescription !== null && <div>{line.entityDescription}</div>}
        {line.reason !== null && <div className="audit-reason">{t('reason', { reason: line.reason })}</div>}
      </td>
      <td data-label={t('column.record')}>
        {line.processInstanceKey === null ? (
          <span className="numbers">{line.entityKey}</span>
        ) : (
          <Link to="/instances/$processInstanceKey" params={{ processInstanceKey: line.processInstanceKey }} className="numbers">
            {line.processInstanceKey}
          </Link>
        )}
        {line.processDefinitionId !== null && <div className="faint">{line.processDefinitionId}</div>}
      </td>
      <td data-label={t('column.change')}>
        <Change line={line} />
      </td>
    </tr>
  );
}

function Change({ line }: { readonly line: AuditLog }) {
  const { t } = useTranslation('audit');
  return (
    <details>
      <summary>{line.oldValue === null && line.newValue === null ? t('chain') : t('values')}</summary>
      <dl className="facts audit-values">
        {line.oldValue !== null && (
          <>
            <dt>{t('before')}</dt>
            <dd>
              <pre>{indented(line.oldValue)}</pre>
            </dd>
          </>
        )}
        {line.newValue !== null && (
          <>
            <dt>{t('after')}</dt>
            <dd>
              <pre>{indented(line.newValue)}</pre>
            </dd>
          </>
        )}
        <dt>{t('place')}</dt>
        <dd className="code">
          {line.stream} #{line.position}
        </dd>
        <dt>{t('hash')}</dt>
        <dd className="code">{line.hash}</dd>
      </dl>
    </details>
  );
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 1);
  } catch {
    return json;
  }
}
