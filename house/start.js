// `npm start`: installs, goes on with the pinned Node, builds what has changed, and starts everything.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment, onPinnedNode, projectFolder } from './pinned-node.js';

await onPinnedNode();
const built = spawnSync(process.execPath, [join(projectFolder, 'house', 'build.js')], { stdio: ['ignore', 'inherit', 'inherit'], env: environment() });
if (built.status !== 0) process.exit(1);
const { start } = await import(pathToFileURL(join(projectFolder, 'engine', 'dist', 'main', 'start.js')).href);
await start();
