import { useTranslation } from 'react-i18next';
import { Badge } from './badge.tsx';

interface StateBadgeProps {
  readonly state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED';
  readonly hasIncident?: boolean;
}

/** The state of a process or element instance. */
export function StateBadge({ state, hasIncident = false }: StateBadgeProps) {
  const { t } = useTranslation('shell');
  if (hasIncident) return <Badge tone="bad">{t('state.INCIDENT')}</Badge>;
  return <Badge tone={state === 'ACTIVE' ? 'info' : state === 'COMPLETED' ? 'good' : 'neutral'}>{t(`state.${state}`)}</Badge>;
}
