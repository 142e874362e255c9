export { createApiToken, listApiTokens, revokeApiToken, type NewApiToken } from './api-tokens.ts';
export { displayNames, findAccount, findAccountOfSession, findApiClient, listPeople, type Account, type ApiClient, type OpenSession } from './find-account.ts';
export { saveAccount, savePreferences, type AccountToSave } from './save-account.ts';
export { beginSignIn, endSession, lockedFor, mostFailures, signInFailed, signInSucceeded, touchSession, type NewSession, type SignInAttempt } from './sign-in.ts';
