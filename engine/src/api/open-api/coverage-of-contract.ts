import { operations, operationsNotDone, type Operation } from '../../contract/index.ts';
import { apiCoverage } from './api-coverage.ts';

/** Operations of the contract that Camunda doesn't have. */
export const ownOperations: ReadonlySet<string> = new Set([
  'getLiveness', 'getReadiness', 'getWelcome', 'signIn', 'getSession', 'updateSession', 'signOut', 'explainAccess', 'lintDeployment', 'getForm', 'getCatalogue', 'getCatalogueEntry',
  'searchInbox', 'countInbox', 'getTaskCard', 'getInstancePage', 'streamEvents', 'searchForms', 'searchRequests', 'getDirectory', 'listApiTokens', 'createApiToken', 'revokeApiToken',
]);

export function coverageOfContract(): string {
  const all = Object.values<Operation>(operations).map(({ id, method, path }) => [id, method, path] as const);
  return apiCoverage(all.filter(([id]) => !ownOperations.has(id)), operationsNotDone, all.filter(([id]) => ownOperations.has(id)));
}
