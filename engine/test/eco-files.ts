import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(new URL(`../bench/processes/${name}`, import.meta.url), 'utf8');

/** Four user tasks, a decision table, a fork, a boundary timer: the process that the bench runs. */
export const ecoFiles = (): Readonly<Record<string, string>> => ({ 'eco.bpmn': read('eco.bpmn'), 'approval-route.dmn': read('approval-route.dmn') });
