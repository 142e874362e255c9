import type { Settings } from './settings.ts';

export interface BannerFacts {
  readonly settings: Settings;
  readonly port: number;
  /** Temporal is the dev server. */
  readonly devServer: boolean;
  readonly demoAccounts: readonly string[];
}

/** What `npm start` ends with. */
export function banner({ settings, port, devServer, demoAccounts }: BannerFacts): string {
  return [
    '',
    `  Loopwright runs on http://${settings.host}:${port}`,
    ...(demoAccounts.length > 0 ? ['', '  Demo accounts, named by role, the password equal to the name:', ...inLines(demoAccounts, 84).map((line) => `    ${line}`)] : []),
    ...(devServer ? ['', '  Temporal runs as a dev server: one machine, not for regulated records. Name a cluster in TEMPORAL_ADDRESS.'] : []),
    '',
    `  State and logs: ${settings.home}    Stop: Ctrl-C`,
    '',
  ].join('\n');
}

function inLines(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 3 <= width) lines[lines.length - 1] = `${last} · ${word}`;
    else lines.push(word);
  }
  return lines;
}
