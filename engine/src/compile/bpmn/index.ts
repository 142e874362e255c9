export { compileBpmn } from './compile-bpmn.ts';
export type * from './compiled-process.ts';
export { default as loopwrightModdle } from './loopwright-moddle.json' with { type: 'json' };
