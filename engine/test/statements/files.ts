import { layOut, recordStatements } from './record.ts';
import { samples } from './samples.ts';

/** The SQL of each folder of the store as it is committed beside it, by the file's path from `engine/src/store`. */
export async function statementFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { folder, name, run, empty, row } of samples) {
    const statements = await recordStatements(run, empty ? undefined : (row ?? {}));
    if (statements.length === 0) throw new Error(`${name} sends no statement`);
    const path = `${folder}/${folder}.sql`;
    const head = files.get(path) ?? '-- The statements of this folder, written by `node engine/scripts/write-statements.ts` and compared by a test.\n';
    files.set(path, `${head}\n-- ${name}\n${statements.map(({ sql }) => `${layOut(sql)};\n`).join('')}`);
  }
  return files;
}
