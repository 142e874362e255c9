// Lint rules that hold the code to house.json: who may import which room, and which folder each library is kept in.
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const house = JSON.parse(readFileSync(join(projectFolder, 'house.json'), 'utf8'));

/** @returns {{ workspace: string, room: string, rest: string[] } | null} where a file lies in the house */
function placeOf(file) {
  for (const [workspace, { root }] of Object.entries(house.workspaces)) {
    const path = relative(join(projectFolder, root), file);
    if (path.startsWith('..')) continue;
    const [room, ...rest] = path.split(sep);
    return rest.length === 0 ? null : { workspace, room, rest };
  }
  return null;
}

const isTest = (file) => /\.(spec|itest)\.tsx?$/.test(file) || /\/(test|bench)\//.test(file);

function visitImports(check) {
  return (context) => {
    const file = context.filename;
    const onSource = (node) => node.source && typeof node.source.value === 'string' && check(context, file, node.source);
    return { ImportDeclaration: onSource, ExportNamedDeclaration: onSource, ExportAllDeclaration: onSource, ImportExpression: onSource };
  };
}

function checkRoom(context, file, source) {
  const from = placeOf(file);
  if (!from || isTest(file) || !source.value.startsWith('.')) return;
  const to = placeOf(resolve(dirname(file), source.value));
  const { rooms } = house.workspaces[from.workspace];
  if (!rooms[from.room]) return context.report({ node: source, message: `${from.room} is not a room of house.json` });
  if (!to) return context.report({ node: source, message: `${source.value} leaves the house: only rooms of ${from.workspace} may be imported` });
  if (to.room === from.room) return;
  if (!rooms[from.room].imports.includes(to.room)) {
    return context.report({ node: source, message: `${from.room} may not import ${to.room}: see house.json` });
  }
  if (to.rest.length > 1 && to.rest.at(-1) !== 'index.ts') context.report({ node: source, message: `import ${to.room} through a door (an index.ts, or a file at its top), not ${to.rest.join('/')}` });
}

function checkCage(context, file, source) {
  if (isTest(file) || source.value.startsWith('.')) return;
  const path = relative(projectFolder, file).split(sep).join('/');
  for (const [library, folders] of Object.entries(house.cages)) {
    const matches = source.value === library || source.value.startsWith(library.endsWith('/') ? library : `${library}/`);
    if (matches && !folders.some((folder) => path.startsWith(`${folder}/`))) {
      context.report({ node: source, message: `${library} is caged in ${folders.join(', ')}: see house.json` });
    }
  }
  if (path.startsWith('engine/src/kernel/') && !house.kernelLibraries.some((library) => source.value.startsWith(library))) {
    context.report({ node: source, message: `the kernel imports nothing but ${house.kernelLibraries.join(', ')}` });
  }
}

export default {
  meta: { name: 'house' },
  rules: {
    rooms: { create: visitImports(checkRoom) },
    cages: { create: visitImports(checkCage) },
  },
};
