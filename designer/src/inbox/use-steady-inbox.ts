import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { inboxQuery, readInboxNow, type InboxAsked, type InboxItem } from '../api/inbox.ts';
import { useLive } from '../api/live.ts';
import { compareLists } from './compare-lists.ts';

/** Waits so long for further updates before it looks again, in milliseconds. */
const settling = 300;
const mostCompared = 500;

/**
 * The inbox as a list that does not move under the reader: what changed is changed in place, what went is marked, what came waits
 * until it is asked for.
 */
export function useSteadyInbox(asked: InboxAsked) {
  const client = useQueryClient();
  const options = inboxQuery(asked);
  const query = useInfiniteQuery(options);
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const [waiting, setWaiting] = useState<readonly InboxItem[]>([]);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const askedText = JSON.stringify(asked);

  useEffect(() => {
    setWaiting([]);
    setGone(new Set());
  }, [askedText]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const look = async (): Promise<void> => {
    const now = await readInboxNow(asked, Math.min(Math.max(items.length + 10, 50), mostCompared));
    const changes = compareLists(items, now.items, now.items.length >= now.page.totalItems);
    setWaiting(changes.added);
    setGone(new Set(changes.gone));
    if (changes.changed.length === 0) return;
    const changed = new Map(changes.changed.map((item) => [item.userTaskKey, item]));
    client.setQueryData(options.queryKey, (data) => data && replaceItems(data, changed));
  };

  useLive((notice) => {
    if (notice.type === 'instance') return;
    void client.invalidateQueries({ queryKey: ['inbox', 'counts'] });
    clearTimeout(timer.current);
    if (query.data !== undefined) timer.current = setTimeout(() => void look().catch(() => undefined), settling);
  });

  const showNow = async (): Promise<void> => {
    await query.refetch();
    setWaiting([]);
    setGone(new Set());
  };

  const change = (item: InboxItem): void => {
    client.setQueryData(options.queryKey, (data) => data && replaceItems(data, new Map([[item.userTaskKey, item]])));
  };

  return { query, items, waiting, gone, showNow, change };
}

function replaceItems<Page extends { items: InboxItem[] }, PageParam>(data: InfiniteData<Page, PageParam>, changed: ReadonlyMap<string, InboxItem>): InfiniteData<Page, PageParam> {
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map((item) => changed.get(item.userTaskKey) ?? item) })) };
}
