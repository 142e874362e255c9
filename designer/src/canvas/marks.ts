/** What an instance did at an element. */
export interface ElementMark {
  readonly elementId: string;
  readonly active: number;
  readonly completed: number;
  readonly canceled: number;
  readonly incidents: number;
}

/** What a check has to say of an element. */
export interface ElementFinding {
  readonly elementId: string | null;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

/** Classes that an element of the drawing gets, by what the instance did there. */
export function classesOf({ active, completed, canceled, incidents }: ElementMark): string[] {
  return [...(incidents > 0 ? ['lw-incident'] : active > 0 ? ['lw-active'] : []), ...(completed > 0 ? ['lw-completed'] : []), ...(canceled > 0 && completed === 0 && active === 0 ? ['lw-canceled'] : [])];
}

/** The findings of each element; those of none under the empty id. */
export function findingsByElement<Finding extends ElementFinding>(findings: readonly Finding[]): Map<string, Finding[]> {
  return Map.groupBy(findings, ({ elementId }) => elementId ?? '');
}

/** The worst of several. */
export function worstOf(findings: readonly ElementFinding[]): ElementFinding['severity'] {
  return findings.some(({ severity }) => severity === 'error') ? 'error' : findings.some(({ severity }) => severity === 'warning') ? 'warning' : 'info';
}
