import { z } from 'zod';

/** Most items that one page may ask for, and how many it has by default. */
export const mostItems = 10_000;
export const defaultItems = 100;

/** Where a page begins: after a number of items, or at a cursor of an earlier reply. Exactly one of the three is set. */
export type PageStart = { from: number } | { after: string } | { before: string };

export type PageRequest = { limit: number } & PageStart;

export type SortOrder = 'ASC' | 'DESC';

export interface SortBy<Field extends string> {
  field: Field;
  order: SortOrder;
}

/** A search after parsing: what a repository's search function takes. */
export interface SearchQuery<Filter, Field extends string> {
  filter: Filter;
  sort: SortBy<Field>[];
  page: PageRequest;
}

const cursor = z.string().regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, 'must be a cursor of an earlier reply');

export const pageRequest = z
  .strictObject({
    from: z.int().min(0).optional(),
    limit: z.int().min(1).max(mostItems).default(defaultItems),
    after: cursor.optional(),
    before: cursor.optional(),
  })
  .refine(({ from, after, before }) => [from, after, before].filter((start) => start !== undefined).length < 2, 'only one of from, after and before may be given')
  .transform(({ from, limit, after, before }): PageRequest => {
    if (after !== undefined) return { limit, after };
    if (before !== undefined) return { limit, before };
    return { limit, from: from ?? 0 };
  })
  .meta({ id: 'PageRequest', description: 'Which part of the result to give: `from` or a cursor (`after`, `before`), and how many items.' });

/** The body of `.../search`, with `sort` and `filter` of the noun. */
export function searchRequest<Filter extends z.ZodType, const Fields extends readonly [string, ...string[]]>(filter: Filter, fields: Fields) {
  const sort = z.strictObject({ field: z.enum(fields), order: z.enum(['ASC', 'DESC']).default('ASC') });
  return z.strictObject({
    sort: z.array(sort).max(10).default([]),
    filter: filter.prefault({} as z.input<Filter>),
    page: pageRequest.prefault({}),
  });
}

/** `totalItems` is counted up to a cap; `hasMoreTotalItems` says that it was reached. */
export const pageReply = z
  .object({
    totalItems: z.int().min(0),
    hasMoreTotalItems: z.boolean(),
    startCursor: z.string().nullable(),
    endCursor: z.string().nullable(),
  })
  .meta({ id: 'PageReply' });

export type PageReply = z.output<typeof pageReply>;

/** A page of items. */
export interface Page<Item> {
  items: Item[];
  page: PageReply;
}

export function searchReply<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), page: pageReply });
}
