import { CheckCircleOutlined, QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxAsked, InboxItem } from '../api/inbox.ts';
import { asFailure } from '../api/problem.ts';
import { useClaimTask, useUnclaimTask } from '../api/tasks.ts';
import { useSession } from '../session/use-session.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import { InboxFilters } from './inbox-filters.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useShortcuts } from './shortcuts.ts';
import { TaskRow } from './task-row.tsx';
import { useSteadyInbox } from './use-steady-inbox.ts';
import './inbox.css';

const route = getRouteApi('/inbox');

/** What waits for me: mine, and what is offered to my groups. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  const { message } = App.useApp();
  const announce = useAnnounce();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const session = useSession();
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const [openedAt] = useState(() => new Date().toISOString());
  const asked = useMemo<InboxAsked>(
    () => ({ view: search.view, sortBy: search.sort, ...(search.group !== '' && { groups: [search.group] }), ...(search.text !== '' && { text: search.text }), ...(search.overdue && { dueBefore: openedAt }) }),
    [search, openedAt],
  );
  const { query, items, waiting, gone, showNow, change } = useSteadyInbox(asked);
  const claim = useClaimTask(session.userId);
  const unclaim = useUnclaimTask();

  const news = waiting.length + gone.size;
  useEffect(() => {
    if (waiting.length > 0) announce(t('news.came', { count: waiting.length }));
  }, [waiting.length, announce, t]);

  const toggleClaim = async (item: InboxItem): Promise<void> => {
    const isMine = item.assignee === session.userId;
    try {
      await (isMine ? unclaim : claim).mutateAsync(item.userTaskKey);
      change({ ...item, assignee: isMine ? null : session.userId });
      announce(t(isMine ? 'unclaimed' : 'claimed'));
    } catch (error) {
      const { kind } = asFailure(error);
      message.error(t(kind === 'wrong-state' || kind === 'not-found' ? 'claimTooLate' : 'claimFailed'));
    }
  };

  const focused = (): number => [...(list.current?.children ?? [])].findIndex((row) => row.contains(document.activeElement));
  const focusRow = (index: number): void => list.current?.children[Math.min(Math.max(index, 0), items.length - 1)]?.querySelector('a')?.focus();
  useShortcuts({
    j: () => focusRow(focused() + 1),
    k: () => focusRow(focused() - 1),
    c: () => {
      const item = items[focused()];
      if (item && !gone.has(item.userTaskKey)) void toggleClaim(item);
    },
    '/': () => searchField.current?.focus(),
    r: () => void showNow(),
    '?': () => setHelpIsOpen(true),
  });

  const isFiltered = search.text !== '' || search.group !== '' || search.overdue || search.view !== 'all';
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        actions={
          <Button type="text" icon={<QuestionCircleOutlined />} onClick={() => setHelpIsOpen(true)} className="wide-only">
            {t('shortcuts.button')}
          </Button>
        }
      />
      <InboxFilters search={search} searchField={searchField} onChange={(changes) => void navigate({ search: (before) => ({ ...before, ...changes }), replace: true })} />
      {query.error && <FailureNotice failure={asFailure(query.error)} onRetry={() => void query.refetch()} />}
      {news > 0 && (
        <Notice
          tone="info"
          title={[waiting.length > 0 && t('news.came', { count: waiting.length }), gone.size > 0 && t('news.went', { count: gone.size })].filter(Boolean).join(' · ')}
          actions={
            <Button size="small" onClick={() => void showNow()} loading={query.isRefetching}>
              {t('news.show')}
            </Button>
          }
        />
      )}
      {query.isPending && <SkeletonRows />}
      {query.isSuccess && items.length === 0 && (
        <div className="card">
          {isFiltered ? (
            <EmptyState icon={<SearchOutlined />} title={t('empty.filtered.title')} actions={<Button onClick={() => void navigate({ search: {}, replace: true })}>{t('empty.filtered.clear')}</Button>}>
              <p>{t('empty.filtered.advice')}</p>
            </EmptyState>
          ) : (
            <EmptyState icon={<CheckCircleOutlined />} title={t('empty.all.title')}>
              <p>{t('empty.all.advice')}</p>
            </EmptyState>
          )}
        </div>
      )}
      {items.length > 0 && (
        <ol className="task-list card" ref={list} aria-label={t('title')}>
          {items.map((item) => (
            <TaskRow
              key={item.userTaskKey}
              item={item}
              userId={session.userId}
              isGone={gone.has(item.userTaskKey)}
              isBusy={(claim.isPending && claim.variables === item.userTaskKey) || (unclaim.isPending && unclaim.variables === item.userTaskKey)}
              onClaim={() => void toggleClaim(item)}
            />
          ))}
        </ol>
      )}
      <LoadMore query={query} />
      <ShortcutSheet open={helpIsOpen} onClose={() => setHelpIsOpen(false)} />
    </div>
  );
}
