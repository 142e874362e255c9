import type { Settings } from './settings.ts';

/** What `npm start` ends with. */
export function banner(settings: Settings, port: number, devServer: boolean): string {
  return [
    '',
    `  Loopwright runs on http://${settings.host}:${port}`,
    ...(settings.demo ? ['', '  Demo accounts, the password equal to the name:', '    originator · change-analyst · qa-manager · auditor · process-owner · admin', '    (all of them stand on the sign-in page)'] : []),
    ...(devServer ? ['', '  Temporal runs as a dev server: one machine, not for regulated records. Name a cluster in TEMPORAL_ADDRESS.'] : []),
    '',
    `  State and logs: ${settings.home}    Stop: Ctrl-C`,
    '',
  ].join('\n');
}
