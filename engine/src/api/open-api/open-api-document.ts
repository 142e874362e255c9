import { z } from 'zod';
import type { Operation, ReplyBody } from '../../contract/index.ts';
import { problem } from '../../contract/index.ts';

type JsonSchema = { [keyword: string]: unknown };

/** The OpenAPI 3.1 document of these operations. */
export function openApiDocument(operations: readonly Operation[], version: string): object {
  const components = new Components();
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = describeOperation(operation, components);
  }
  const problemRef = components.add(problem, 'output');
  return {
    openapi: '3.1.0',
    info: { title: 'Loopwright', version, description: 'Follows the Orchestration Cluster REST API v2 of Camunda 8.9; what lies below `/v2/loopwright` is our own.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components.schemas,
      responses: { Problem: { description: 'What went wrong.', content: { 'application/problem+json': { schema: problemRef } } } },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'loopwright-session' },
        basic: { type: 'http', scheme: 'basic' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ session: [] }, { basic: [] }, { token: [] }],
  };
}

function describeOperation(operation: Operation, components: Components): object {
  const { status, body } = operation.reply;
  const problems = [...new Set([...operation.problems, 400, ...(operation.open ? [] : [401, 403]), 500, 503])].sort();
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.description !== undefined && { description: operation.description }),
    parameters: [...parameters(operation.params, 'path', components), ...parameters(operation.query, 'query', components), ...(operation.idempotent ? [idempotencyKey] : [])],
    ...(operation.body && { requestBody: { required: !operation.body.safeParse({}).success, content: { [operation.bodyType === 'multipart' ? 'multipart/form-data' : 'application/json']: { schema: components.add(operation.body, 'input') } } } }),
    responses: {
      [status]: describeReply(operation.summary, body, components),
      ...(operation.alsoEmpty && { 204: { description: 'There is none.' } }),
      ...Object.fromEntries(problems.map((code) => [code, { $ref: '#/components/responses/Problem' }])),
    },
    ...(operation.open && { security: [] }),
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same request gives the same answer, done once; with another request it is refused with 409. Kept for 30 days.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query', components: Components): object[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, part]) => {
    const required = place === 'path' || !part.safeParse(undefined).success;
    return { name, in: place, required, schema: components.add(part, 'input') };
  });
}

function describeReply(summary: string, body: ReplyBody, components: Components): object {
  if (body === null) return { description: 'Done.' };
  if ('parse' in body) return { description: summary, content: { 'application/json': { schema: components.add(body, 'output') } } };
  return { description: summary, content: { [body.mediaType]: { schema: { type: 'string' } } } };
}

/** Schemas with an id, kept once; one that differs between request and reply gets a second name. */
class Components {
  readonly schemas: Record<string, JsonSchema> = {};

  add(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const { $schema: _, $defs = {}, ...root } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
    const names = new Map(Object.entries($defs).map(([id, definition]) => [id, this.nameFor(id, definition, io)]));
    for (const [id, definition] of Object.entries($defs)) this.schemas[names.get(id) ?? id] = withoutId(rewrite(definition, names));
    return this.lift(withoutId(rewrite(root, names)), schema, io);
  }

  private lift(root: JsonSchema, schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const id = z.globalRegistry.get(schema)?.id;
    if (typeof id !== 'string') return root;
    const name = this.nameFor(id, root, io);
    this.schemas[name] = root;
    return { $ref: `#/components/schemas/${name}` };
  }

  private nameFor(id: string, definition: JsonSchema, io: 'input' | 'output'): string {
    const existing = this.schemas[id];
    if (existing === undefined || sameText(existing, withoutId(definition))) return id;
    return io === 'input' ? `${id}Request` : `${id}Reply`;
  }
}

function sameText(one: JsonSchema, other: JsonSchema): boolean {
  return JSON.stringify(one) === JSON.stringify(other).replaceAll('#/$defs/', '#/components/schemas/');
}

function withoutId({ id: _, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function rewrite(value: JsonSchema, names: ReadonlyMap<string, string>): JsonSchema {
  const text = JSON.stringify(value).replaceAll(/"\$ref":"#\/\$defs\/([^"]+)"/g, (_, id: string) => `"$ref":"#/components/schemas/${names.get(id) ?? id}"`);
  return JSON.parse(text) as JsonSchema;
}
