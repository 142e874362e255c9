import pg from 'pg';

const TIMESTAMPTZ = 1184;

/** How columns arrive: `bigint` as a decimal string, `timestamptz` as an ISO string in UTC with milliseconds and Z, the rest as the driver has it. */
export function parserOf(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === TIMESTAMPTZ && format !== 'binary') return isoOf;
  return pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown;
}

/** `2026-11-23 03:08:00.12+00`, as PostgreSQL prints it in a UTC session, to `2026-11-23T03:08:00.120Z`. */
function isoOf(value: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\d*\+00$/.exec(value);
  return match ? `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0')}Z` : new Date(value).toISOString();
}
