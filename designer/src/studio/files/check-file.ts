import type { Finding } from '@loopwright/engine/contract';
import type { FileKind } from './design-drafts.ts';

/** What the server's compiler has to say of a file, found here in the browser while one works on it. */
export async function checkFile(kind: FileKind, text: string): Promise<readonly Finding[]> {
  if (kind === 'forms') {
    const { readFormSchema } = await import('@loopwright/engine/forms');
    return readFormSchema(text).findings;
  }
  const { compileBpmn, compileDecisions } = await import('@loopwright/engine/compile');
  return kind === 'processes' ? compileBpmn(text).findings : compileDecisions(text).findings;
}
