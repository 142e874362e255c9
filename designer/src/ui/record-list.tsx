import { CheckCircleFilled, CloseCircleFilled, PlayCircleFilled, StopFilled, TableOutlined } from '@ant-design/icons';
import type { RecordEntry } from '@loopwright/engine/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from './badge.tsx';
import { DecisionTrace } from './decision-trace.tsx';
import { useFormats } from './formats.ts';
import { Instant } from './instant.tsx';
import type { Tone } from './notice.tsx';
import { readableName } from './readable-name.ts';
import { remarkIn } from './remark-in.ts';
import { ValueList } from './value-list.tsx';
import './record.css';

interface RecordListProps {
  readonly record: readonly RecordEntry[];
  readonly nameOf: (userId: string) => string;
}

/** Who decided what, when, and by which row of which table; the latest first. */
export function RecordList({ record, nameOf }: RecordListProps) {
  const { t } = useTranslation('record');
  if (record.length === 0) return <p className="record-none">{t('none')}</p>;
  return (
    <ol className="record">
      {record.toReversed().map((entry) => (
        <li key={`${entry.kind} ${entry.at} ${entry.elementId ?? ''}`} data-kind={entry.kind}>
          <Entry entry={entry} nameOf={nameOf} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry, nameOf }: { readonly entry: RecordEntry; readonly nameOf: (userId: string) => string }) {
  const { t, i18n } = useTranslation('record');
  const { inLanguage } = useFormats();
  const person = 'by' in entry ? (entry.byName ?? (entry.by === null ? t('system') : nameOf(entry.by))) : '';
  const outcome = (action: string): string => (i18n.exists(`record:outcome.${action}`) ? t(`outcome.${action as 'approve'}`) : readableName(action));
  switch (entry.kind) {
    case 'started':
      return (
        <Line icon={<PlayCircleFilled />} title={t('started')} at={entry.at} who={person}>
          {null}
        </Line>
      );
    case 'task completed': {
      const remark = remarkIn(entry.values);
      return (
        <Line
          icon={toneOf(entry.action) === 'bad' ? <CloseCircleFilled /> : <CheckCircleFilled />}
          tone={toneOf(entry.action)}
          title={inLanguage(entry.names)}
          at={entry.at}
          who={person}
          badge={entry.action !== null && entry.action !== 'complete' && <Badge tone={toneOf(entry.action)}>{outcome(entry.action)}</Badge>}
        >
          {remark !== null && <blockquote>{remark}</blockquote>}
          {Object.keys(entry.values).length > 0 && (
            <details>
              <summary>{t('entered')}</summary>
              <ValueList values={entry.values} />
            </details>
          )}
        </Line>
      );
    }
    case 'decision evaluated':
      return (
        <Line icon={<TableOutlined />} title={inLanguage(entry.names) || entry.decisionDefinitionName} at={entry.at} who={t('table', { name: entry.decisionDefinitionName, version: entry.decisionDefinitionVersion })}>
          <DecisionTrace decision={entry} />
        </Line>
      );
    case 'ended':
      return (
        <Line icon={<StopFilled />} tone={entry.state === 'COMPLETED' ? 'good' : 'bad'} title={inLanguage(entry.names) || t(entry.state === 'COMPLETED' ? 'completed' : 'canceled')} at={entry.at} who={entry.by === null ? '' : person}>
          {entry.reason !== null && <blockquote>{entry.reason}</blockquote>}
        </Line>
      );
  }
}

interface LineProps {
  readonly icon: ReactNode;
  readonly tone?: Tone;
  readonly title: string;
  readonly at: string;
  readonly who: string;
  readonly badge?: ReactNode;
  readonly children: ReactNode;
}

function Line({ icon, tone = 'neutral', title, at, who, badge, children }: LineProps) {
  return (
    <>
      <span className="record-mark" data-tone={tone} aria-hidden="true">
        {icon}
      </span>
      <div className="record-what">
        <div className="record-title">
          {title} {badge}
        </div>
        <div className="record-who">
          {who}
          {who !== '' && ' · '}
          <Instant at={at} />
        </div>
        {children}
      </div>
    </>
  );
}

const bad = new Set(['reject', 'refuse', 'fail', 'cancel']);
const halting = new Set(['return', 'rework', 'duplicate']);

function toneOf(action: string | null): Tone {
  return action === null ? 'neutral' : bad.has(action) ? 'bad' : halting.has(action) ? 'warn' : 'good';
}
