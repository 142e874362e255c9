import type { SearchQuery, UserTaskSearch, Visibility } from '../../src/contract/index.ts';
import * as store from '../../src/store/index.ts';
import { answerOnce, type NewResource, type Store, type Tx } from '../../src/store/index.ts';
import { ana, processFile } from '../sample-turns.ts';

/** A call of a repository's function, whose SQL stands in `engine/src/store/<folder>/<folder>.sql`. */
export interface Sample {
  readonly folder: string;
  readonly name: string;
  readonly run: (tx: Tx, store: Store) => Promise<unknown>;
  /** Statements find nothing. */
  readonly empty?: boolean;
  /** What the row holds that they find; '1' in every other column. */
  readonly row?: Readonly<Record<string, unknown>>;
}

const all = { filter: {}, sort: [], page: { from: 0, limit: 100 } } as SearchQuery<Record<string, never>, never>;
const me = { userId: 'ana', groups: ['quality', 'regulatory'] };
const deed = { actor: ana, at: 0 };
const ownTasks: Visibility = { kind: 'some', anyOf: [{ candidateGroups: ['quality', null], processId: ['eco'] }, { assignee: ['ana'], variables: { site: ['"Berlin"'] } }], butNot: [{ startedBy: ['bo'] }] };
const ofProcess: Visibility = { kind: 'some', anyOf: [{ processId: ['eco'] }], butNot: [] };
const cursor = (order: string, ...values: unknown[]) => Buffer.from(JSON.stringify([order, ...values])).toString('base64');

const form: NewResource = { name: 'f.form', kind: 'form', content: '{}', processes: [], requirements: null, form: { formId: 'f', versionTag: null } };
const decision: NewResource = {
  name: 'd.dmn', kind: 'dmn', content: '<d/>', processes: [], form: null, requirements: { decisionRequirementsId: 'g', name: 'G', decisions: [{ decisionDefinitionId: 'd', name: 'D', versionTag: null, model: '{}' }] },
};
const process = processFile('p', { messageStarts: [{ elementId: 's', messageName: 'm' }], timerStarts: [{ elementId: 't', schedule: {} }] });

const openTask = { state: 'CREATED', assignee: null, candidate_groups: [], candidate_users: [], due_date: null, follow_up_date: null, priority: 50 };

const tasks = (name: string, search: Partial<UserTaskSearch>, visible?: Visibility): Sample => ({ folder: 'user-tasks', name: `searchUserTasks: ${name}`, run: (tx) => store.searchUserTasks(tx, { ...all, ...search }, visible), empty: true });
const inbox = (name: string, filter: Partial<store.InboxFilter>, order: store.InboxOrder, page: Parameters<typeof store.openTasksFor>[4] = { from: 0, limit: 50 }, visible?: Visibility): Sample => ({
  folder: 'user-tasks', name: `openTasksFor: ${name}`, run: (tx) => store.openTasksFor(tx, me, { view: 'all', ...filter }, order, page, visible).catch(() => undefined), empty: true,
});

const account = { userId: 'ana', name: 'Ana', locked_until: null, lockedUntil: null, disabled_at: null, failed_attempts: 0, groups: [], roles: [] };

/** Functions at the store's door that send no statement of their own, or only those of another sample. */
export const withoutSample: ReadonlySet<string> = new Set([
  'BadCursorError', 'UnsafeRoleError', 'assertSafeRole', 'contentCache', 'contentHash', 'hint', 'instanceStream', 'keepContent', 'listenForHints', 'migrate', 'openSealKey', 'openStore', 'projectTurn', 'readContent',
  'readLastSeal', 'unassignUserTask',
]);

export const samples: readonly Sample[] = [
  { folder: 'accounts', name: 'findAccount', run: (tx) => store.findAccount(tx, 'ana') },
  { folder: 'accounts', name: 'findAccountOfSession', run: (tx) => store.findAccountOfSession(tx, 'hash', 0) },
  { folder: 'accounts', name: 'findApiClient', run: (tx) => store.findApiClient(tx, 'hash', 0) },
  { folder: 'accounts', name: 'createApiToken', run: (tx) => store.createApiToken(tx, { tokenId: 't', tokenHash: 'h', clientId: 'worker', name: 'Worker', roles: ['worker'], expiresAt: null }, ana, 0) },
  { folder: 'accounts', name: 'listApiTokens', run: store.listApiTokens },
  { folder: 'accounts', name: 'revokeApiToken', run: (tx) => store.revokeApiToken(tx, 't', ana, 0), row: { client_id: 'worker' } },
  { folder: 'accounts', name: 'displayNames', run: (tx) => store.displayNames(tx, ['ana']) },
  { folder: 'accounts', name: 'listPeople', run: store.listPeople },
  { folder: 'accounts', name: 'saveAccount', run: (tx) => store.saveAccount(tx, { userId: 'ana', name: 'Ana', groups: ['quality'], roles: ['approver'] }, ana, 0), row: account },
  { folder: 'accounts', name: 'savePreferences', run: (tx) => store.savePreferences(tx, 'ana', { locale: 'en' }) },
  { folder: 'accounts', name: 'beginSignIn', run: (tx) => store.beginSignIn(tx, 'ana', 0), row: account },
  { folder: 'accounts', name: 'signInFailed', run: (tx) => store.signInFailed(tx, account as never, 0, null) },
  { folder: 'accounts', name: 'signInSucceeded', run: (tx) => store.signInSucceeded(tx, account as never, 0, { hash: 'h', csrfToken: 'c', expiresAt: 1, address: null, userAgent: null }) },
  { folder: 'accounts', name: 'touchSession', run: (tx) => store.touchSession(tx, 'hash', 0) },
  { folder: 'accounts', name: 'endSession', run: (tx) => store.endSession(tx, account, 'hash', 0) },
  { folder: 'audit', name: 'appendAudit', run: (tx) => store.appendAudit(tx, { stream: 'user/ana', ...deed }, [{ category: 'ADMIN', entity_type: 'USER', entity_key: 'ana', operation_type: 'UPDATE' }]) },
  { folder: 'audit', name: 'searchAuditLogs: of an instance', run: (tx) => store.searchAuditLogs(tx, { ...all, filter: { processInstanceKey: { $eq: '1' } } }, ofProcess), empty: true },
  { folder: 'audit', name: 'searchAuditLogs: by time', run: (tx) => store.searchAuditLogs(tx, { ...all, filter: { timestamp: { $gte: '2026-01-01T00:00:00Z' } }, sort: [{ field: 'timestamp', order: 'DESC' }] }), empty: true },
  { folder: 'audit', name: 'searchAuditLogs: of a task', run: (tx) => store.searchAuditLogs(tx, { ...all, filter: { userTaskKey: { $eq: '1' } } }), empty: true },
  { folder: 'audit', name: 'searchAuditLogs: by somebody', run: (tx) => store.searchAuditLogs(tx, { ...all, filter: { actorId: { $eq: 'ana' } } }), empty: true },
  { folder: 'audit', name: 'findAuditLog', run: (tx) => store.findAuditLog(tx, '1'), empty: true },
  { folder: 'audit', name: 'sealStreams', run: async (_tx, { inTenant, ...rest }) => store.sealStreams({ inTenant: (id, work) => inTenant(id, work).then(() => undefined as never), ...rest }, 't', { keyId: 'k', sign: () => Buffer.alloc(0), verify: () => true }, '').catch(() => undefined) },
  { folder: 'audit', name: 'verifyAudit: seals', run: (_tx, fake) => store.verifyAudit(fake, 't', { keys: [] }), empty: true },
  { folder: 'clocks', name: 'tenantNow', run: store.tenantNow },
  { folder: 'clocks', name: 'pinClock', run: (tx) => store.pinClock(tx, 0) },
  { folder: 'clocks', name: 'resetClock', run: store.resetClock },
  { folder: 'clocks', name: 'dueTimers', run: (tx) => store.dueTimers(tx, 0, 100) },
  { folder: 'clocks', name: 'nextTimerDue', run: store.nextTimerDue },
  { folder: 'decision-definitions', name: 'searchDecisionDefinitions', run: (tx) => store.searchDecisionDefinitions(tx, { ...all, filter: { isLatestVersion: true } }, { kind: 'some', anyOf: [{ decisionId: ['d'] }], butNot: [] }), empty: true },
  { folder: 'decision-definitions', name: 'findDecisionDefinition', run: (tx) => store.findDecisionDefinition(tx, '1') },
  { folder: 'decision-instances', name: 'searchDecisionInstances', run: (tx) => store.searchDecisionInstances(tx, { ...all, filter: { processInstanceKey: '1' } }), empty: true },
  { folder: 'decision-instances', name: 'searchDecisionInstances: by time', run: (tx) => store.searchDecisionInstances(tx, { ...all, sort: [{ field: 'evaluationDate', order: 'DESC' }] }), empty: true },
  { folder: 'decision-instances', name: 'findDecisionInstance', run: (tx) => store.findDecisionInstance(tx, '1-1') },
  { folder: 'decision-instances', name: 'decisionsOfInstance', run: (tx) => store.decisionsOfInstance(tx, '1') },
  {
    folder: 'decision-instances', name: 'recordEvaluation',
    run: (tx) => store.recordEvaluation(tx, {
      decision: { decisionDefinitionKey: '1', decisionDefinitionId: 'd', name: 'D', version: 1, decisionRequirementsKey: '2', decisionRequirementsId: 'g', modelHash: 'h' }, failure: null, output: '1', ...deed, requestId: 'r',
      evaluations: [{ decisionId: 'd', decisionName: 'D', decisionType: 'DECISION_TABLE', inputs: [], matchedRules: [], output: 1, failure: null }],
    }),
  },
  { folder: 'decision-requirements', name: 'searchDecisionRequirements', run: (tx) => store.searchDecisionRequirements(tx, all), empty: true },
  { folder: 'decision-requirements', name: 'findDecisionRequirements', run: (tx) => store.findDecisionRequirements(tx, '1') },
  { folder: 'definitions', name: 'deploy: what is new', run: (tx) => store.deploy(tx, [process, decision, form], deed).catch(() => undefined) },
  { folder: 'definitions', name: 'findProcessVersion: by key', run: (tx) => store.findProcessVersion(tx, { key: '1' }), empty: true },
  { folder: 'definitions', name: 'findProcessVersion: the latest', run: (tx) => store.findProcessVersion(tx, { id: 'p' }), empty: true },
  { folder: 'definitions', name: 'findDecisionVersion: by tag', run: (tx) => store.findDecisionVersion(tx, { id: 'd', binding: { type: 'version tag', versionTag: 'v' }, from: '1' }), empty: true },
  { folder: 'definitions', name: 'findFormVersion: of the same deployment', run: (tx) => store.findFormVersion(tx, { id: 'f', binding: { type: 'deployment' }, from: '1' }), empty: true },
  { folder: 'definitions', name: 'findForm', run: (tx) => store.findForm(tx, '1') },
  { folder: 'definitions', name: 'findResource', run: (tx) => store.findResource(tx, '1') },
  { folder: 'definitions', name: 'timerStarts', run: store.timerStarts },
  { folder: 'definitions', name: 'latestProcesses', run: store.latestProcesses },
  { folder: 'definitions', name: 'declareFilterable', run: (tx) => store.declareFilterable(tx, 'p', ['site']) },
  { folder: 'definitions', name: 'searchForms', run: (tx) => store.searchForms(tx, { ...all, filter: { isLatestVersion: true } }), empty: true },
  { folder: 'element-instances', name: 'searchElementInstances: of an instance', run: (tx) => store.searchElementInstances(tx, { ...all, filter: { processInstanceKey: '1' } }, { kind: 'some', anyOf: [{ startedBy: ['ana'] }], butNot: [] }), empty: true },
  { folder: 'element-instances', name: 'searchElementInstances: on the drawing', run: (tx) => store.searchElementInstances(tx, { ...all, filter: { processDefinitionKey: '1', elementId: 'Approve', state: { $eq: 'ACTIVE' } } }), empty: true },
  { folder: 'element-instances', name: 'findElementInstance', run: (tx) => store.findElementInstance(tx, '1') },
  { folder: 'element-instances', name: 'elementsOfInstance', run: (tx) => store.elementsOfInstance(tx, '1') },
  { folder: 'element-instances', name: 'countElements', run: (tx) => store.countElements(tx, '1') },
  { folder: 'incidents', name: 'searchIncidents: open', run: (tx) => store.searchIncidents(tx, { ...all, filter: { state: { $eq: 'ACTIVE' } } }, ofProcess), empty: true },
  { folder: 'incidents', name: 'searchIncidents: of an instance and what it called', run: (tx) => store.searchIncidents(tx, all, undefined, { processInstanceKey: '1' }), empty: true },
  { folder: 'incidents', name: 'findIncident', run: (tx) => store.findIncident(tx, '1') },
  { folder: 'jobs', name: 'activateJobs', run: (tx) => store.activateJobs(tx, { type: 'pay', worker: 'w', timeout: 1000, limit: 10, fetchVariables: ['amount'] }) },
  { folder: 'jobs', name: 'searchJobs', run: (tx) => store.searchJobs(tx, { ...all, filter: { type: { $eq: 'pay' } } }), empty: true },
  { folder: 'jobs', name: 'searchJobs: of an instance', run: (tx) => store.searchJobs(tx, { ...all, filter: { processInstanceKey: { $eq: '1' } } }), empty: true },
  { folder: 'jobs', name: 'findJob', run: (tx) => store.findJob(tx, '1') },
  { folder: 'jobs', name: 'extendJobDeadline', run: (tx) => store.extendJobDeadline(tx, '1', 1000) },
  { folder: 'message-subscriptions', name: 'searchMessageSubscriptions', run: (tx) => store.searchMessageSubscriptions(tx, { ...all, filter: { messageName: { $eq: 'paid' }, correlationKey: { $eq: 'A-1' } } }), empty: true },
  { folder: 'messages', name: 'publishMessage', run: (tx) => store.publishMessage(tx, { name: 'paid', correlationKey: 'A-1', messageId: null, timeToLive: 1000, variables: {}, actor: ana }) },
  { folder: 'messages', name: 'findReservedMessage', run: (tx) => store.findReservedMessage(tx, '1', '2'), empty: true },
  { folder: 'messages', name: 'findCorrelation', run: (tx) => store.findCorrelation(tx, '1', '2') },
  { folder: 'messages', name: 'refuseMessage', run: (tx) => store.refuseMessage(tx, '1', '2') },
  { folder: 'messages', name: 'lapseReservations', run: store.lapseReservations, empty: true },
  { folder: 'messages', name: 'dropExpiredMessages', run: store.dropExpiredMessages },
  { folder: 'outbox', name: 'appendOutbox', run: (tx) => store.appendOutbox(tx, 'mail', {}) },
  { folder: 'outbox', name: 'takeOutbox', run: (tx) => store.takeOutbox(tx, ['deliver message'], 1000, 10) },
  { folder: 'outbox', name: 'removeFromOutbox', run: (tx) => store.removeFromOutbox(tx, ['1']) },
  { folder: 'outbox', name: 'putOff', run: (tx) => store.putOff(tx, '1', 1000, 'down') },
  { folder: 'payloads', name: 'keepPayload', run: (_tx, fake) => store.keepPayload(fake, 't', new Uint8Array()) },
  { folder: 'payloads', name: 'readPayload', run: (_tx, fake) => store.readPayload(fake, 't', 'n') },
  { folder: 'process-definitions', name: 'searchProcessDefinitions', run: (tx) => store.searchProcessDefinitions(tx, { ...all, filter: { isLatestVersion: true, name: { $like: 'E*' } } }, ofProcess), empty: true },
  { folder: 'process-definitions', name: 'findProcessDefinition', run: (tx) => store.findProcessDefinition(tx, '1') },
  { folder: 'process-instances', name: 'searchProcessInstances: newest first', run: (tx) => store.searchProcessInstances(tx, { ...all, sort: [{ field: 'startDate', order: 'DESC' }], page: { limit: 50, after: cursor('startDate DESC,processInstanceKey DESC', '2026-01-01T00:00:00Z', '1') } }, { kind: 'some', anyOf: [{ processId: ['eco'] }, { startedBy: ['ana'] }], butNot: [] }), empty: true },
  { folder: 'process-instances', name: 'searchProcessInstances: mine', run: (tx) => store.searchProcessInstances(tx, { ...all, filter: { startedBy: { $eq: 'ana' }, state: { $eq: 'ACTIVE' } } }), empty: true },
  { folder: 'process-instances', name: 'searchProcessInstances: by a variable', run: (tx) => store.searchProcessInstances(tx, { ...all, filter: { variables: [{ name: 'site', value: { $eq: '"Berlin"' } }] } }), empty: true },
  { folder: 'process-instances', name: 'searchProcessInstances: with incidents', run: (tx) => store.searchProcessInstances(tx, { ...all, filter: { hasIncident: true } }), empty: true },
  { folder: 'process-instances', name: 'searchProcessInstances: called by one', run: (tx) => store.searchProcessInstances(tx, { ...all, filter: { parentProcessInstanceKey: { $eq: '1' } } }), empty: true },
  { folder: 'process-instances', name: 'findProcessInstance', run: (tx) => store.findProcessInstance(tx, '1', ofProcess) },
  { folder: 'process-instances', name: 'callHierarchy', run: (tx) => store.callHierarchy(tx, '1') },
  { folder: 'process-instances', name: 'flowsTaken', run: (tx) => store.flowsTaken(tx, '1') },
  { folder: 'process-instances', name: 'findRunnable', run: (tx) => store.findRunnable(tx, '1') },
  { folder: 'process-instances', name: 'activeInstances', run: (tx) => store.activeInstances(tx, '0', 200) },
  { folder: 'process-instances', name: 'countActiveInstances', run: store.countActiveInstances },
  { folder: 'process-instances', name: 'drawNumber', run: store.drawNumber },
  { folder: 'process-instances', name: 'recordOfInstance', run: (tx) => store.recordOfInstance(tx, '1'), empty: true },
  { folder: 'process-instances', name: 'subjectsOf', run: (tx) => store.subjectsOf(tx, ['1']) },
  { folder: 'process-instances', name: 'waitingTasks', run: (tx) => store.waitingTasks(tx, ['1']) },
  { folder: 'requests', name: 'beginRequest', run: (_tx, fake) => store.beginRequest(fake, { tenantId: 't', requestId: 'r', operation: 'o', actor: ana, bodyDigest: 'd', command: null }).catch(() => undefined) },
  { folder: 'requests', name: 'answerOnce', run: (tx) => answerOnce(tx, { requestId: 'r', operation: 'o', actor: ana, bodyDigest: 'd' }, async () => null) },
  { folder: 'requests', name: 'answerRequest', run: (tx) => store.answerRequest(tx, 'r', null) },
  { folder: 'requests', name: 'takeUnsettledRequests', run: (tx) => store.takeUnsettledRequests(tx, 30_000, 10), empty: true },
  { folder: 'requests', name: 'settleRequests', run: (tx) => store.settleRequests(tx, ['request-1']) },
  { folder: 'requests', name: 'findRequest', run: (tx) => store.findRequest(tx, 'r') },
  { folder: 'requests', name: 'forgetOldRequests', run: store.forgetOldRequests },
  { folder: 'tenants', name: 'listTenants', run: (_tx, fake) => store.listTenants(fake) },
  { folder: 'tenants', name: 'findTenant', run: (_tx, fake) => store.findTenant(fake, 't') },
  { folder: 'tenants', name: 'ensureTenant', run: (_tx, fake) => store.ensureTenant(fake, { tenantId: 't', name: 'T', isTest: false }) },
  { folder: 'turns', name: 'readTurns', run: (tx) => store.readTurns(tx, '1', 0, 100) },
  { folder: 'turns', name: 'nextStep', run: (tx) => store.nextStep(tx, '1') },
  { folder: 'turns', name: 'nextStep', run: (tx) => store.nextStep(tx, '1') },
  tasks('of a group, newest first', { filter: { state: { $eq: 'CREATED' }, candidateGroup: { $eq: 'quality' } }, sort: [{ field: 'creationDate', order: 'DESC' }] }),
  tasks('what somebody may see', { filter: { state: { $eq: 'CREATED' } } }, ownTasks),
  tasks('by a variable', { filter: { processInstanceVariables: [{ name: 'site', value: { $eq: '"Berlin"' } }] } }),
  tasks('of an instance', { filter: { processInstanceKey: '1' } }),
  tasks('assigned to somebody', { filter: { assignee: { $eq: 'ana' } } }),
  { folder: 'user-tasks', name: 'findUserTask', run: (tx) => store.findUserTask(tx, '1', ownTasks) },
  { folder: 'user-tasks', name: 'findTaskBackground', run: (tx) => store.findTaskBackground(tx, '1') },
  inbox('due first', {}, 'due'),
  inbox('due first, a later page', {}, 'due', { limit: 50, after: cursor('due_order ASC,user_task_key ASC', '2026-01-01T00:00:00Z', '1') }),
  inbox('by priority', { view: 'offered' }, 'priority'),
  inbox('newest first', { view: 'offered' }, 'newest'),
  inbox('by a variable', { view: 'offered', variables: [{ name: 'site', value: '"Berlin"' }] }, 'due'),
  inbox('by words, under a rule', { text: 'eco', processDefinitionId: 'eco' }, 'due', { from: 0, limit: 50 }, ofProcess),
  { folder: 'user-tasks', name: 'countOpenTasksFor', run: (tx) => store.countOpenTasksFor(tx, me, { view: 'all', dueBefore: '2026-01-01T00:00:00Z' }) },
  { folder: 'user-tasks', name: 'countOfferedByGroup', run: (tx) => store.countOfferedByGroup(tx, ['quality']) },
  { folder: 'user-tasks', name: 'assignUserTask', run: (tx) => store.assignUserTask(tx, '1', 'ana', true, deed), row: openTask },
  { folder: 'user-tasks', name: 'updateUserTask', run: (tx) => store.updateUserTask(tx, '1', { priority: 1 }, deed), row: openTask },
  { folder: 'variables', name: 'searchVariables: of an instance', run: (tx) => store.searchVariables(tx, { ...all, filter: { processInstanceKey: { $eq: '1' } } }, ofProcess), empty: true },
  { folder: 'variables', name: 'searchVariables: by name and value', run: (tx) => store.searchVariables(tx, { ...all, filter: { name: { $eq: 'site' }, value: { $eq: '"Berlin"' } } }), empty: true },
  { folder: 'variables', name: 'findVariable', run: (tx) => store.findVariable(tx, '1') },
  { folder: 'variables', name: 'variablesSeenFrom', run: (tx) => store.variablesSeenFrom(tx, '1', ['site']) },
  { folder: 'variables', name: 'searchVariablesSeenFrom', run: (tx) => store.searchVariablesSeenFrom(tx, '1', all, true), empty: true },
  { folder: 'variables', name: 'variablesOfInstance', run: (tx) => store.variablesOfInstance(tx, '1') },
];
