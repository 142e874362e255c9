/** Id of the workflow that runs a process instance. Tenant ids hold no slash. */
export const processWorkflowId = (tenantId: string, processInstanceKey: string): string => `${tenantId}/${processInstanceKey}`;

/** Id of the schedule of a timer start event. */
export const timerStartId = (tenantId: string, timerStartKey: string): string => `${tenantId}/timer-start/${timerStartKey}`;

/** Tenant of any of our workflows. */
export const tenantOfWorkflow = (workflowId: string): string => workflowId.slice(0, workflowId.indexOf('/'));
