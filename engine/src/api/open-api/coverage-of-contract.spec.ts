import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { operations, operationsNotDone, type Operation } from '../../contract/index.ts';
import { coverageOfContract, ownOperations } from './coverage-of-contract.ts';

/** The operations that the official client sends, read from its code: name, method and address of each. */
function operationsOfClient(): string[] {
  const folder = new URL('./', import.meta.resolve('@camunda8/orchestration-cluster-api'));
  const sources = readdirSync(folder).filter((name) => name.endsWith('.js')).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const functions = sources.flatMap((source) => [...source.matchAll(/\nvar (\w+) = \(options\) => \{\n(.*?)\n\};/gs)]);
  return functions.flatMap(([, name, body = '']) => {
    const url = /url: "(\/[^"]+)"/.exec(body)?.[1];
    const method = /client\)\.(\w+)\(/.exec(body)?.[1];
    return url === undefined || method === undefined ? [] : [`${name} ${method.toUpperCase()} /v2${url}`];
  });
}

it('says of every operation of the official client whether it is done', () => {
  const done = Object.values<Operation>(operations).filter(({ id }) => !ownOperations.has(id)).map(({ id, method, path }) => `${id} ${method} ${path}`);
  const notDone = operationsNotDone.map(([id, method, path]) => `${id} ${method} ${path}`);
  const client = operationsOfClient();
  expect(client.length).toBeGreaterThan(180);
  expect([...done, ...notDone].sort()).toEqual(client.sort());
});

it('is what the page says', () => {
  expect(readFileSync(new URL('../../../../docs/api-coverage.md', import.meta.url), 'utf8')).toBe(coverageOfContract());
});
