import type { Incident } from '@loopwright/engine/contract';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useResolveIncident } from '../api/instances.ts';
import { asFailure } from '../api/problem.ts';
import { Instant } from '../ui/instant.tsx';

interface IncidentListProps {
  readonly incidents: readonly Incident[];
  readonly mayResolve: boolean;
  readonly nameOf: (elementId: string) => string;
  readonly onSelect?: (elementId: string) => void;
}

/** What has stopped, why, and a way to try it again. */
export function IncidentList({ incidents, mayResolve, nameOf, onSelect }: IncidentListProps) {
  const { t } = useTranslation('operations');
  const { t: problem } = useTranslation('problem');
  const { message } = App.useApp();
  const { mutate, isPending, variables } = useResolveIncident();
  const retry = (incidentKey: string): void =>
    mutate(incidentKey, { onSuccess: () => void message.success(t('incident.retried')), onError: (error) => void message.error(problem(`${asFailure(error).kind}.title`)) });
  return (
    <section className="incident-list" aria-label={t('incident.title')}>
      {incidents.map((incident) => (
        <article key={incident.incidentKey} className="notice" data-tone="bad">
          <div className="notice-text">
            <div className="notice-title">
              {onSelect ? (
                <button type="button" className="link-button" onClick={() => onSelect(incident.elementId)}>
                  {nameOf(incident.elementId)}
                </button>
              ) : (
                nameOf(incident.elementId)
              )}{' '}
              · {t(`incident.type.${incident.errorType}`)}
            </div>
            <div className="notice-detail incident-message">{incident.errorMessage}</div>
            <div className="faint">
              <Instant at={incident.creationTime} />
            </div>
          </div>
          {mayResolve && (
            <Button size="small" loading={isPending && variables === incident.incidentKey} onClick={() => retry(incident.incidentKey)}>
              {t('incident.retry')}
            </Button>
          )}
        </article>
      ))}
    </section>
  );
}
