import type { FormValues } from '../forms/form-view.tsx';

/** A half-filled form, kept in this browser. */
export interface Draft {
  readonly values: FormValues;
  /** ISO 8601. */
  readonly at: string;
}

/** Whose, and of which task or start form. */
export interface DraftPlace {
  readonly tenantId: string;
  readonly userId: string;
  readonly of: string;
}

const prefix = 'loopwright.draft';
const longestKept = 90 * 86_400_000;

const keyOf = ({ tenantId, userId, of }: DraftPlace): string => [prefix, tenantId, userId, of].map(encodeURIComponent).join('/');

/** @returns false where the browser has no room for it */
export function keepDraft(place: DraftPlace, draft: Draft, storage: Storage = localStorage): boolean {
  try {
    storage.setItem(keyOf(place), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function readDraft(place: DraftPlace, storage: Storage = localStorage): Draft | null {
  return parse(storage.getItem(keyOf(place)));
}

export function dropDraft(place: DraftPlace, storage: Storage = localStorage): void {
  storage.removeItem(keyOf(place));
}

/** Removes what nobody has come back to for long. `now` in epoch milliseconds. */
export function dropOldDrafts(now: number, storage: Storage = localStorage): void {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((key) => key?.startsWith(prefix) === true);
  for (const key of keys as string[]) {
    const draft = parse(storage.getItem(key));
    if (draft === null || now - Date.parse(draft.at) > longestKept) storage.removeItem(key);
  }
}

function parse(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const draft: unknown = JSON.parse(text);
    return draft !== null && typeof draft === 'object' && 'values' in draft && 'at' in draft ? (draft as Draft) : null;
  } catch {
    return null;
  }
}
