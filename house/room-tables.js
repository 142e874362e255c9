// The rooms of house.json as tables for the README. `node house/room-tables.js` writes them there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { projectFolder } from './pinned-node.js';

const begin = '<!-- rooms -->';
const end = '<!-- /rooms -->';

/** @returns {string} the tables between their markers */
export function roomTables() {
  const { workspaces } = JSON.parse(readFileSync(join(projectFolder, 'house.json'), 'utf8'));
  const tables = Object.values(workspaces).map(({ root, rooms }) => {
    const rows = Object.entries(rooms).map(([room, { purpose, imports }]) => `| \`${room}/\` | ${purpose} | ${imports.length === 0 ? 'nothing' : imports.join(', ')} |`);
    return [`| \`${root}/\` | what for | may import |`, '|---|---|---|', ...rows].join('\n');
  });
  return [begin, ...tables, end].join('\n\n');
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(projectFolder, 'README.md');
  const readme = readFileSync(file, 'utf8');
  const [before, rest] = readme.split(begin);
  if (rest === undefined || !rest.includes(end)) throw new Error(`README.md has no ${begin} … ${end}`);
  writeFileSync(file, before + roomTables() + rest.slice(rest.indexOf(end) + end.length));
}
