import { existsSync } from 'node:fs';
import { UsageError } from './verb.ts';

/** The paths as they are. @throws UsageError that names the first one that is not there. */
export function existing(paths: readonly string[]): readonly string[] {
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`${missing} does not exist.`);
  return paths;
}
