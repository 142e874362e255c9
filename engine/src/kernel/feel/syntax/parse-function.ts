import type { Expression, FunctionExpression } from './ast.ts';
import { grow } from './grow.ts';
import { parseAny } from './parse-expression.ts';
import { parseType } from './parse-type.ts';
import type { Reader } from './reader.ts';
import { takeDeclaredName } from './take-name.ts';

/** The part after `function`: parameters, with or without types, and a body; the body of an external function is only read over. */
export function parseFunctionDefinition(reader: Reader): Expression {
  reader.expect('(');
  const parameters: FunctionExpression['parameters'][number][] = [];
  while (!reader.takes(')')) {
    if (parameters.length > 0) reader.expect(',');
    const name = takeDeclaredName(reader, () => false);
    parameters.push({ name, type: reader.takes(':') ? parseType(reader) : null });
  }
  return reader.withNames(() => {
    for (const { name } of parameters) reader.names.add(name);
    const external = reader.takesWord('external');
    const body = parseAny(reader);
    return grow({ kind: 'function', parameters, body: external ? null : body }, [body]);
  });
}
