import { mkdirSync, writeFileSync } from 'node:fs';
import { coverageOfContract } from '../src/api/open-api/coverage-of-contract.ts';

const folder = new URL('../../docs/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('api-coverage.md', folder), coverageOfContract());
