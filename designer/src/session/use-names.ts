import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { directoryQuery } from '../api/directory.ts';
import { useFormats } from '../ui/formats.ts';

/** People and groups by name; the id itself where the directory doesn't know it. */
export interface NamesOf {
  person(userId: string): string;
  group(groupId: string): string;
}

export function useNames(): NamesOf {
  const { data } = useQuery(directoryQuery);
  const { inLanguage } = useFormats();
  return useMemo(() => {
    const people = new Map(data?.people.map(({ userId, name }) => [userId, name]));
    const groups = new Map(data?.groups.map(({ groupId, names }) => [groupId, inLanguage(names)]));
    return { person: (userId) => people.get(userId) ?? userId, group: (groupId) => groups.get(groupId) || groupId };
  }, [data, inLanguage]);
}
