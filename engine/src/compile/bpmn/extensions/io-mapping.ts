import type { VariableMapping } from '../../../kernel/index.ts';
import { childrenNamed } from '../../xml/index.ts';
import type { Extensions } from './extensions.ts';

const target = /^[\p{ID_Start}_][\p{ID_Continue}]*(\.[\p{ID_Start}_][\p{ID_Continue}]*)*$/u;

/** `zeebe:ioMapping`: what becomes a local variable before, and what is handed on after. */
export function readIoMapping(extensions: Extensions): { readonly inputs?: readonly VariableMapping[]; readonly outputs?: readonly VariableMapping[] } {
  const mapping = extensions.zeebe('ioMapping');
  if (!mapping) return {};
  extensions.attributes(mapping);
  const [inputs, outputs] = (['input', 'output'] as const).map((name) =>
    childrenNamed(mapping, name).map((child) => {
      const attributes = extensions.attributes(child, 'source', 'target');
      if (!attributes.source) extensions.refuse(child, 'missing-source', `An ${name} mapping has no source.`);
      if (!attributes.target || !target.test(attributes.target)) {
        extensions.refuse(child, 'invalid-target', `The target '${attributes.target ?? ''}' of an ${name} mapping is not the name of a variable.`);
      }
      return { source: attributes.source ?? '', target: attributes.target ?? '' };
    }),
  );
  for (const child of mapping.children) {
    if (child.name !== 'input' && child.name !== 'output') extensions.refuse(child, 'unsupported-extension', `'${child.name}' inside 'zeebe:ioMapping' is not known.`);
  }
  return { ...(inputs?.length && { inputs }), ...(outputs?.length && { outputs }) };
}
