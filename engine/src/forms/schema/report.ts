/** Takes a finding: path of keys, stable code, plain words. */
export type Report = (path: string, code: string, message: string) => void;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** True where a property says nothing: what a builder writes for what was left alone. */
export function saysNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === false || (typeof value === 'object' && Object.values(value).every(saysNothing));
}

export const joinPath = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
