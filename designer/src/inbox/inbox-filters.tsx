import { SearchOutlined } from '@ant-design/icons';
import { Input, Segmented } from 'antd';
import { useEffect, useId, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useInboxCounts } from '../api/inbox.ts';
import { useNames } from '../session/use-names.ts';
import { useFormats } from '../ui/formats.ts';

interface Search {
  readonly view: 'all' | 'mine' | 'offered';
  readonly sort: 'due' | 'priority' | 'newest';
  readonly group: string;
  readonly text: string;
  readonly overdue: boolean;
}

interface InboxFiltersProps {
  readonly search: Search;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly onChange: (changes: Partial<Search>) => void;
}

/** After so long without a key the search is done, in milliseconds. */
const pause = 250;

/** Views with their counts, groups, order and search. */
export function InboxFilters({ search, searchField, onChange }: InboxFiltersProps) {
  const { t } = useTranslation('inbox');
  const { number } = useFormats();
  const { data: counts } = useInboxCounts();
  const names = useNames();
  const id = useId();
  const [text, setText] = useState(search.text);

  useEffect(() => setText(search.text), [search.text]);
  useEffect(() => {
    if (text === search.text) return undefined;
    const timer = setTimeout(() => onChange({ text }), pause);
    return () => clearTimeout(timer);
  }, [text, search.text, onChange]);

  const label = (name: string, count: number | undefined) => (
    <span>
      {name}
      {count !== undefined && <span className="filter-count">{number(count)}</span>}
    </span>
  );
  return (
    <search className="inbox-filters">
      <Segmented
        aria-label={t('views.label')}
        value={search.view}
        onChange={(view) => onChange({ view, group: view === 'mine' ? '' : search.group })}
        options={[
          { value: 'all' as const, label: label(t('views.all'), counts && counts.mine + counts.offered) },
          { value: 'mine' as const, label: label(t('views.mine'), counts?.mine) },
          { value: 'offered' as const, label: label(t('views.offered'), counts?.offered) },
        ]}
      />
      <button type="button" className="filter-chip" aria-pressed={search.overdue} onClick={() => onChange({ overdue: !search.overdue })}>
        {t('views.overdue')}
        {counts && <span className="filter-count">{number(counts.overdue)}</span>}
      </button>
      {counts && counts.groups.length > 1 && search.view !== 'mine' && (
        <label className="filter-select" htmlFor={`${id}-group`}>
          {t('group')}
          <select id={`${id}-group`} value={search.group} onChange={({ target }) => onChange({ group: target.value })}>
            <option value="">{t('allGroups')}</option>
            {counts.groups.map(({ group, count }) => (
              <option key={group} value={group}>{`${names.group(group)} (${number(count)})`}</option>
            ))}
          </select>
        </label>
      )}
      <label className="filter-select" htmlFor={`${id}-sort`}>
        {t('sort.label')}
        <select id={`${id}-sort`} value={search.sort} onChange={({ target }) => onChange({ sort: target.value as Search['sort'] })}>
          {(['due', 'priority', 'newest'] as const).map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${sort}`)}
            </option>
          ))}
        </select>
      </label>
      <Input
        className="filter-search"
        ref={(field) => {
          searchField.current = field?.input ?? null;
        }}
        type="search"
        allowClear
        prefix={<SearchOutlined aria-hidden="true" />}
        aria-label={t('search')}
        placeholder={t('search')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </search>
  );
}
