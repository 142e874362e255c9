export { compileBpmn } from './compile-bpmn.ts';
export { readNames, type NamedElement } from './read-names.ts';
export type * from './compiled-process.ts';
export { default as loopwrightModdle } from './loopwright-moddle.json' with { type: 'json' };
