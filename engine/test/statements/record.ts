import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely';
import type { Database } from '../../src/store/database.ts';
import type { Store, Tx } from '../../src/store/index.ts';

/** A statement as a repository sends it, with example parameters. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** A row whose columns hold what is said here, and '1' where nothing is: enough for a repository to go on to its next statement. */
function rowOf(columns: Readonly<Record<string, unknown>>): object {
  return new Proxy(columns, { get: (given, name) => (typeof name !== 'string' || name === 'then' || name === 'toJSON' ? undefined : name in given ? given[name] : '1') });
}

/**
 * Runs a repository's function against a database that isn't there, and gives the statements that it sent.
 * @param row what a statement finds; nothing when absent. Counts are always found.
 */
export async function recordStatements(run: (tx: Tx, store: Store) => Promise<unknown>, row?: Readonly<Record<string, unknown>>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const answer = <Row>(sql: string, parameters: readonly unknown[]): QueryResult<Row> => {
    statements.push({ sql, parameters });
    const found = row ? rowOf(row) : sql.includes('count(*) as count') ? { count: '0' } : undefined;
    return { rows: found ? [found as Row] : [], numAffectedRows: found ? 1n : 0n };
  };
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery) => answer<Row>(sql, parameters),
    streamQuery: () => {
      throw new Error('rows are read in pages, not streamed');
    },
  };
  const tx = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => ({
        init: async () => undefined, acquireConnection: async () => connection, beginTransaction: async () => undefined, commitTransaction: async () => undefined,
        rollbackTransaction: async () => undefined, releaseConnection: async () => undefined, destroy: async () => undefined,
      }),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  const store: Store = {
    url: '', inTenant: (_tenantId, work) => work(tx), call: async (_name, text, values) => answer<never>(text, values).rows, hint: () => undefined, close: async () => undefined,
  };
  await run(tx, store);
  return statements;
}

const CLAUSES = /^(from|where|left join|inner join|join|cross join lateral|group by|order by|limit|union all|on conflict|returning|values|set)\b/;

/** SQL in lines that can be read: a line for each clause, the further in the deeper; what lies deepest stays in its line. */
export function layOut(sql: string): string {
  const text = sql.replaceAll(/\s+/g, ' ').trim();
  let laidOut = '';
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ' ' && depth < 3 && CLAUSES.test(text.slice(i + 1, i + 25))) laidOut += `\n${'  '.repeat(depth + 1)}`;
    else laidOut += character;
  }
  return laidOut;
}
