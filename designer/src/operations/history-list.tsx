import { CheckOutlined, CloseOutlined, ExclamationOutlined, LoadingOutlined } from '@ant-design/icons';
import type { HistoryEntry } from '@loopwright/engine/contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../ui/formats.ts';
import { Instant } from '../ui/instant.tsx';
import { durationIn } from './duration-in.ts';

interface HistoryListProps {
  readonly history: readonly HistoryEntry[];
  readonly selected: string | null;
  readonly onSelect: (elementId: string) => void;
}

const icons = { ACTIVE: <LoadingOutlined spin={false} />, COMPLETED: <CheckOutlined />, TERMINATED: <CloseOutlined /> };

/** Every element that was entered, the latest first; choosing one shows it on the drawing. */
export function HistoryList({ history, selected, onSelect }: HistoryListProps) {
  const { t, i18n } = useTranslation('operations');
  const { inLanguage } = useFormats();
  return (
    <ol className="history">
      {history.toReversed().map((entry) => (
        <li key={entry.elementInstanceKey}>
          <button type="button" data-state={entry.hasIncident ? 'INCIDENT' : entry.state} aria-pressed={selected === entry.elementId} onClick={() => onSelect(entry.elementId)}>
            <span className="history-mark" aria-hidden="true">
              {entry.hasIncident ? <ExclamationOutlined /> : icons[entry.state]}
            </span>
            <span className="history-what">
              {inLanguage(entry.names) || entry.elementId}
              <span className="faint"> {i18n.exists(`operations:type.${entry.type}`) ? t(`type.${entry.type as 'USER_TASK'}`) : entry.type}</span>
              <span className="visually-hidden"> {t(`states.${entry.hasIncident ? 'INCIDENT' : entry.state}`)}</span>
            </span>
            <span className="history-when faint">
              <Instant at={entry.startDate} />
              {entry.endDate !== null && ` · ${durationIn(i18n.language, Date.parse(entry.endDate) - Date.parse(entry.startDate))}`}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
