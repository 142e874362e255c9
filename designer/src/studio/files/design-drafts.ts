export type FileKind = 'processes' | 'decisions' | 'forms';

/** Changes that are not deployed yet, kept in this browser. */
export interface DesignDraft {
  readonly text: string;
  readonly fileName: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Whose, and of which definition; `new` for one that isn't deployed. */
export interface DesignPlace {
  readonly tenantId: string;
  readonly userId: string;
  readonly kind: FileKind;
  readonly key: string;
}

const keyOf = ({ tenantId, userId, kind, key }: DesignPlace): string => ['loopwright.design', tenantId, userId, kind, key].map(encodeURIComponent).join('/');

/** @returns false where the browser has no room for it */
export function keepDesign(place: DesignPlace, draft: DesignDraft): boolean {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function readDesign(place: DesignPlace): DesignDraft | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null') as DesignDraft | null;
  } catch {
    return null;
  }
}

export function dropDesign(place: DesignPlace): void {
  localStorage.removeItem(keyOf(place));
}
