/**
 * What somebody may see in a list, as the access rules compile to it (policy) and a repository's search applies it (store): everything,
 * or what at least one sight of `anyOf` lets through and no sight of `butNot` does. An empty `anyOf` shows nothing.
 */
export type Visibility = { readonly kind: 'everything' } | { readonly kind: 'some'; readonly anyOf: readonly Sight[]; readonly butNot: readonly Sight[] };

/**
 * Conditions that all hold at once: the attribute (or one member of it, when it has several) is among the values; null stands for
 * "has none". A sight without conditions lets everything through.
 */
export type Sight = { readonly [Attribute in ListAttribute]?: readonly (string | null)[] } & {
  /** Process variables by name; compared with the JSON text of their value. */
  readonly variables?: Readonly<Record<string, readonly (string | null)[]>>;
};

/** Attributes that lists can be narrowed by; what a noun doesn't have narrows its list to nothing. */
export const listAttributes = ['processId', 'elementId', 'decisionId', 'formId', 'candidateGroups', 'candidateUsers', 'assignee', 'startedBy', 'jobType'] as const;
export type ListAttribute = (typeof listAttributes)[number];

export const everything: Visibility = { kind: 'everything' };
export const nothing: Visibility = { kind: 'some', anyOf: [], butNot: [] };
