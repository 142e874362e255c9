import type { Form } from './define.ts';

export const businessFunctions: readonly Form[] = [];
