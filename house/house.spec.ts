import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { roomTables } from './room-tables.js';

const project = new URL('..', import.meta.url).pathname;
const house = JSON.parse(readFileSync(join(project, 'house.json'), 'utf8')) as {
  workspaces: Record<string, { root: string; rooms: Record<string, { purpose: string; imports: string[] }> }>;
};

describe.each(Object.entries(house.workspaces))('%s', (_workspace, { root, rooms }) => {
  it('has a folder for each room and a room for each folder', () => {
    const folders = readdirSync(join(project, root), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
    expect(folders.filter((folder) => !(folder in rooms))).toEqual([]);
    expect(Object.keys(rooms).filter((room) => !existsSync(join(project, root, room)))).toEqual([]);
  });

  it('lets rooms import in one direction only', () => {
    const reach = (room: string, seen = new Set<string>()): Set<string> => {
      for (const next of rooms[room]?.imports ?? []) if (!seen.has(next)) reach(next, seen.add(next));
      return seen;
    };
    expect(Object.keys(rooms).filter((room) => reach(room).has(room))).toEqual([]);
  });
});

it('stands in the README as it is', () => {
  expect(readFileSync(join(project, 'README.md'), 'utf8')).toContain(roomTables());
});

describe('lint', () => {
  const traps: string[] = [];
  afterEach(() => {
    for (const trap of traps.splice(0)) rmSync(trap, { recursive: true, force: true });
  });

  it.each([
    ['a room that may not be imported', 'contract', `import '../../store/index.ts';`, 'contract may not import store'],
    ['a library outside its cage', 'contract', `import 'kysely';`, 'kysely is caged in engine/src/store'],
    ['a way out of the house', 'contract', `import '../../../../house/build.js';`, 'leaves the house'],
    ['a library in the kernel', 'kernel', `import 'zod';`, 'the kernel imports nothing but'],
    ['a clock in the kernel', 'kernel', `export const now = new Date();`, "Unexpected use of 'Date'"],
    ['chance in the kernel', 'kernel', `export const chance = Math.random();`, 'Math.random'],
    ['the process inside a workflow', 'runtime/workflow', `export const home = process.env;`, "Unexpected use of 'process'"],
  ])('finds %s', (_what, room, source, message) => {
    const trap = join(project, 'engine/src', room, 'lint-trap');
    traps.push(trap);
    mkdirSync(trap, { recursive: true });
    writeFileSync(join(trap, 'trap.ts'), source);
    const { stdout, status } = spawnSync(join(project, 'node_modules/.bin/oxlint'), [join(trap, 'trap.ts')], { cwd: project, encoding: 'utf8' });
    expect(stdout).toContain(message);
    expect(status).toBe(1);
  });
});
