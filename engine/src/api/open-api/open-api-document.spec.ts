import { expect, it } from 'vitest';
import { operations, type Operation } from '../../contract/index.ts';
import { openApiDocument } from './open-api-document.ts';

const all: Operation[] = Object.values(operations);
const document = openApiDocument(all, '1.2.3') as {
  paths: Record<string, Record<string, { operationId: string; responses: object; parameters: { name: string; in: string }[] }>>;
  components: { schemas: Record<string, object> };
};

it('describes every operation once, under its method and path', () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`));
  expect(described.sort()).toEqual(all.map(({ id, method, path }) => `${id} ${method} ${path}`).sort());
});

it('names every parameter of a path', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const expected = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    for (const { parameters } of Object.values(methods)) expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(expected);
  }
});

it('refers to nothing that it does not hold', () => {
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(references.length).toBeGreaterThan(100);
  for (const reference of references) {
    const found = reference.split('/').slice(1).reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], document);
    expect(found, reference).toBeDefined();
  }
});

it('keeps what a request may leave out apart from what a reply always has', () => {
  expect(document.components.schemas['UserTask']).toMatchObject({ required: expect.arrayContaining(['userTaskKey', 'assignee']) });
  expect(JSON.stringify(document.paths['/v2/user-tasks/search'])).not.toContain('"required":["sort"');
});

it('names the operations as the contract does', () => {
  for (const [name, operation] of Object.entries(operations)) expect(operation.id).toBe(name);
});
