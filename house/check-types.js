// Checks the types of every workspace.
import { spawnSync } from 'node:child_process';
import { environment, projectFolder } from './pinned-node.js';

const statuses = ['engine', 'designer', 'e2e'].map((workspace) => spawnSync('tsc', ['-p', workspace, '--noEmit'], { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'], env: environment() }).status);
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;
