import { sql } from 'kysely';
import type { FormSearch, FormSummary, Page, Visibility } from '../../contract/index.ts';
import type { Tx } from '../open-store.ts';
import { ownColumn, type Noun } from '../search/noun.ts';
import { searchRows } from '../search/search-rows.ts';

type Row = Omit<FormSummary, 'title'> & { contentHash: string };

const forms: Noun<Row, FormSearch['filter']> = {
  table: 'forms',
  key: 'formKey',
  columns: { formKey: 'form_key', formId: 'form_id', version: 'version', tenantId: 'tenant_id', contentHash: 'content_hash' },
  item: (row: Row) => row,
  filters: { isLatestVersion: (latest) => (latest ? sql`t.is_latest` : null) },
  attributes: { formId: ownColumn('form_id') },
};

/** A page of forms, each with the title that its schema says. */
export async function searchForms(tx: Tx, search: FormSearch, visible?: Visibility): Promise<Page<FormSummary>> {
  const { items, page } = await searchRows(tx, forms, search, visible);
  const titles = await titlesOf(tx, items.map(({ contentHash }) => contentHash));
  return { items: items.map(({ contentHash, ...form }) => ({ ...form, title: titles.get(contentHash) ?? null })), page };
}

async function titlesOf(tx: Tx, hashes: readonly string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.selectFrom('definition_contents').select(['hash', 'content']).where('hash', 'in', [...new Set(hashes)]).execute();
  const titles = rows.map(({ hash, content }) => [hash, (JSON.parse(content) as { title?: unknown }).title] as const);
  return new Map(titles.filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string'));
}
