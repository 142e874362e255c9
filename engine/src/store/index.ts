export type { Database, Key } from './database.ts';
export { openStore } from './open-store.ts';
export type { Store, StoreOptions, Tx } from './open-store.ts';
export { migrate } from './migrate.ts';
export type { MigrateOptions } from './migrate.ts';
export { assertSafeRole, UnsafeRoleError } from './assert-safe-role.ts';

export { listenForHints } from './hints/listen-for-hints.ts';
export type { HintListener } from './hints/listen-for-hints.ts';
export { hint } from './hints/hints.ts';
export type { Hint, TenantHint } from './hints/hints.ts';

export { projectTurn } from './turns/project-turn.ts';
export { nextStep, readTurns } from './turns/read-turns.ts';
export type { LoggedTurn } from './turns/read-turns.ts';
export type { LoggedDecision, LoggedResolution, LoggedStart, Pinned, StepEvent } from './turns/step-events.ts';
export type { Projection, Turn, TurnResult } from './turns/turn.ts';

export type { Actor } from './audit/actor.ts';
export { appendAudit, instanceStream } from './audit/append-audit.ts';
export type { AuditDeed } from './audit/append-audit.ts';
export type { AuditEntry } from './audit/entry.ts';
export { findAuditLog, searchAuditLogs } from './audit/search-audit-logs.ts';
export { openSealKey } from './audit/seal-key.ts';
export type { SealKey } from './audit/seal-key.ts';
export { readLastSeal } from './audit/last-seal-file.ts';
export type { LastSeal } from './audit/last-seal-file.ts';
export { sealStreams } from './audit/seal-streams.ts';
export { verifyAudit } from './audit/verify-audit.ts';
export type { AuditReport, VerifyOptions } from './audit/verify-audit.ts';
export type { AuditFinding } from './audit/verify-stream.ts';

export { BadCursorError } from './search/keyset.ts';
export * from './process-definitions/search-process-definitions.ts';
export * from './decision-definitions/search-decision-definitions.ts';
export * from './decision-requirements/search-decision-requirements.ts';
export * from './decision-instances/search-decision-instances.ts';
export { recordEvaluation, type AskedEvaluation, type RecordedDecision } from './decision-instances/record-evaluation.ts';
export { activeInstances, countActiveInstances, findRunnable, type RunnableInstance } from './process-instances/find-runnable.ts';
export * from './process-instances/search-process-instances.ts';
export * from './process-instances/call-hierarchy.ts';
export * from './process-instances/draw-number.ts';
export { recordOfInstance, type CompletedTask, type InstanceRecord } from './process-instances/record-of-instance.ts';
export { subjectsOf, waitingTasks, type WaitingTask } from './process-instances/about-instances.ts';
export * from './element-instances/search-element-instances.ts';
export * from './incidents/search-incidents.ts';
export * from './jobs/search-jobs.ts';
export * from './variables/search-variables.ts';
export * from './user-tasks/search-user-tasks.ts';
export * from './user-tasks/change-user-task.ts';
export { countOfferedByGroup, countOpenTasksFor, mostCountedInInbox, openTasksFor } from './user-tasks/open-tasks-for.ts';
export type { InboxFilter, InboxOrder, InboxOwner, OpenTask } from './user-tasks/open-tasks-for.ts';

export * from './accounts/index.ts';
export { answerOnce, type Answered } from './requests/answer-once.ts';
export * from './message-subscriptions/search-message-subscriptions.ts';

export * from './clocks/clocks.ts';
export { contentCache } from './definitions/content-cache.ts';
export * from './definitions/deploy.ts';
export * from './definitions/find-definitions.ts';
export { searchForms } from './definitions/search-forms.ts';
export { activateJobs } from './jobs/activate-jobs.ts';
export type { Activation } from './jobs/activate-jobs.ts';
export * from './messages/messages.ts';
export * from './outbox/outbox.ts';
export * from './payloads/payloads.ts';
export * from './requests/requests.ts';
export * from './tenants/tenants.ts';
