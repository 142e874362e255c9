import { auditVerify } from './audit-verify.ts';
import { conformance } from './conformance.ts';
import { deploy } from './deploy.ts';
import { migrateVerb } from './migrate.ts';
import { startVerb } from './start.ts';
import { test } from './test.ts';
import { UsageError, type Verb } from './verb.ts';

const verbs: Readonly<Record<string, Verb>> = {
  start: startVerb,
  migrate: migrateVerb,
  deploy,
  test,
  'audit verify': auditVerify,
  conformance,
};

/** The `loopwright` command. @returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const name = Object.keys(verbs).find((words) => words.split(' ').every((word, place) => args[place] === word));
  if (name === undefined) {
    const asked = args.length === 0 || args[0] === '--help' || args[0] === 'help';
    if (!asked) console.error(`loopwright: there is no command "${args.join(' ')}".\n`);
    (asked ? console.log : console.error)(overview());
    return asked ? 0 : 2;
  }
  const verb = verbs[name] as Verb;
  const rest = args.slice(name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(`loopwright ${name} – ${verb.summary}\n\n${verb.usage}`);
    return 0;
  }
  try {
    return await verb.run(rest);
  } catch (error) {
    const usage = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
    console.error(`loopwright ${name}: ${(error as Error).message}${usage ? `\n\n${verb.usage}` : ''}`);
    return usage ? 2 : 1;
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(verbs).map((name) => name.length));
  const lines = Object.entries(verbs).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: loopwright <command> [options]\n\n${lines.join('\n')}\n\nloopwright <command> --help tells more.`;
}
