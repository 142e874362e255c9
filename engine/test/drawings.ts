import { readFileSync } from 'node:fs';

/** Text of a file of `test/drawings`. */
export function drawing(name: string): string {
  return readFileSync(new URL(`drawings/${name}`, import.meta.url), 'utf8');
}

/** A purchase that a decision table sends to its approvers, with a start form and a task form. */
export const purchase = Object.fromEntries(['purchase.bpmn', 'purchase-approver.dmn', 'purchase-request.form', 'purchase-approval.form'].map((name) => [name, drawing(name)]));
