import { tables } from './0001-tables.ts';
import { appendAudit } from './routines/append-audit.ts';
import { beginRequest } from './routines/begin-request.ts';
import { openUserTask } from './routines/open-user-task.ts';
import { projectIncidents } from './routines/project-incidents.ts';
import { projectTurn } from './routines/project-turn.ts';
import { reserveMessages } from './routines/reserve-messages.ts';

/** In order, forward only. An applied migration is never edited: its digest is kept and compared. */
export const migrations: readonly { readonly id: string; readonly sql: string }[] = [{ id: '0001-tables', sql: tables }];

/** Functions, replaced by every `migrate` whose text differs. What they take only ever grows, so that workers of the release before still run. */
export const routines: readonly { readonly id: string; readonly sql: string }[] = [
  { id: 'begin-request', sql: beginRequest },
  { id: 'append-audit', sql: appendAudit },
  { id: 'reserve-messages', sql: reserveMessages },
  { id: 'open-user-task', sql: openUserTask },
  { id: 'project-incidents', sql: projectIncidents },
  { id: 'project-turn', sql: projectTurn },
];
