import { tables } from './0001-tables.ts';

/** In order, forward only. An applied migration is never edited: its digest is kept and compared. */
export const migrations: readonly { readonly id: string; readonly sql: string }[] = [{ id: '0001-tables', sql: tables }];

/** Functions, replaced by every `migrate` whose text differs. Their arguments only ever grow, so that the release before still runs. */
export const routines: readonly { readonly id: string; readonly sql: string }[] = [];
