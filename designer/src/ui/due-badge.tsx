import { useTranslation } from 'react-i18next';
import { Badge } from './badge.tsx';
import { useFormats } from './formats.ts';
import { urgencyOf } from './urgency.ts';

/** When something is due, and how pressing that is. */
export function DueBadge({ due }: { readonly due: string }) {
  const { t } = useTranslation('shell');
  const formats = useFormats();
  const urgency = urgencyOf(due, Date.now());
  const text = t(urgency === 'overdue' ? 'overdueSince' : 'dueIn', { when: formats.fromNow(due) });
  return (
    <Badge tone={urgency === 'overdue' ? 'bad' : urgency === 'soon' ? 'warn' : 'neutral'}>
      <time dateTime={due} title={formats.dateTime(due)}>
        {text}
      </time>
    </Badge>
  );
}
