import { Link } from '@tanstack/react-router';
import type { ProcessInstance } from '@loopwright/engine/contract';
import { useTranslation } from 'react-i18next';
import { useNames } from '../session/use-names.ts';
import { Instant } from '../ui/instant.tsx';
import { StateBadge } from '../ui/state-badge.tsx';

export function InstanceTable({ instances }: { readonly instances: readonly ProcessInstance[] }) {
  const { t } = useTranslation('operations');
  const names = useNames();
  return (
    <div className="card scroll-x">
      <table className="grid-table grid-table-stacks">
        <thead>
          <tr>
            <th scope="col">{t('column.instance')}</th>
            <th scope="col">{t('column.process')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col">{t('column.started')}</th>
            <th scope="col">{t('column.ended')}</th>
            <th scope="col">{t('column.by')}</th>
          </tr>
        </thead>
        <tbody>
          {instances.map((instance) => (
            <tr key={instance.processInstanceKey}>
              <td>
                <Link to="/instances/$processInstanceKey" params={{ processInstanceKey: instance.processInstanceKey }} className="numbers">
                  {instance.businessId ?? instance.processInstanceKey}
                </Link>
              </td>
              <td data-label={t('column.process')}>
                {instance.processDefinitionName ?? instance.processDefinitionId} <span className="faint">{t('version', { version: instance.processDefinitionVersionTag ?? instance.processDefinitionVersion })}</span>
              </td>
              <td data-label={t('column.state')}>
                <StateBadge state={instance.state} hasIncident={instance.hasIncident && instance.state === 'ACTIVE'} />
              </td>
              <td data-label={t('column.started')}>
                <Instant at={instance.startDate} />
              </td>
              <td data-label={t('column.ended')}>{instance.endDate !== null && <Instant at={instance.endDate} />}</td>
              <td data-label={t('column.by')}>{instance.startedBy !== null && names.person(instance.startedBy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
