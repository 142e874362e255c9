/** .bpmn and .dmn text to kernel models, or findings with element ids and lines. */
export * from './xml/index.ts';
export * from './dmn/index.ts';
export * from './bpmn/index.ts';
