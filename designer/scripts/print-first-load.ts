import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

export interface FirstLoad {
  /** Module of the page that is opened first, below the root. */
  readonly page: string;
  /** Module of the texts of the language that is loaded with it. */
  readonly language: string;
  /** The budget, in kilobytes of 1,024 bytes, gzip. A build above it fails. */
  readonly largestKilobytes: number;
}

/** Adds up the script that the browser loads until the page stands: the entry, the page, its texts, and what each of them imports. */
export function printFirstLoad({ page, language, largestKilobytes }: FirstLoad): Plugin {
  return {
    name: 'print-first-load',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output): output is Chunk => output.type === 'chunk');
      const roots = [chunks.find(({ isEntry }) => isEntry), ...[page, language].map((module) => chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module)))];
      const missing = [page, language].filter((_module, i) => roots[i + 1] === undefined);
      if (missing.length > 0) return this.error(`no chunk begins with ${missing.join(', ')}`);
      const files = new Set<string>();
      const add = (chunk: Chunk | undefined): void => {
        if (chunk === undefined || files.has(chunk.fileName)) return;
        files.add(chunk.fileName);
        for (const name of chunk.imports) add(bundle[name] as Chunk | undefined);
      };
      roots.forEach(add);
      const kilobytes = [...files].reduce((sum, name) => sum + gzipSync((bundle[name] as Chunk).code, { level: 9 }).length, 0) / 1024;
      console.log(`First load of the inbox: ${kilobytes.toFixed(1)} KB of script, compressed, in ${files.size} files (at most ${largestKilobytes} KB).`);
      if (kilobytes > largestKilobytes) this.error(`the first load of the inbox is above its budget of ${largestKilobytes} KB`);
    },
  };
}
