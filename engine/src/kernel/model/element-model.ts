import type { Binding, FormReference } from '../commands.ts';
import type { Headers } from '../events.ts';
import type { ElementBase } from './element-base.ts';
import type { ExpressionText } from './expression-text.ts';
import type { JobModel } from './job-model.ts';
import type { CatchTriggerModel, MessageCatchModel, ThrowTriggerModel } from './trigger-model.ts';

/** Everything one can draw that the kernel executes. */
export type ElementModel =
  | ProcessModelElement
  | SubprocessModel
  | EventSubprocessModel
  | StartEventModel
  | EndEventModel
  | IntermediateCatchEventModel
  | IntermediateThrowEventModel
  | BoundaryEventModel
  | UndefinedTaskModel
  | ManualTaskModel
  | UserTaskModel
  | ServiceTaskModel
  | SendTaskModel
  | ReceiveTaskModel
  | ScriptTaskModel
  | BusinessRuleTaskModel
  | CallActivityModel
  | ExclusiveGatewayModel
  | ParallelGatewayModel
  | InclusiveGatewayModel
  | EventBasedGatewayModel;

export type ElementType = ElementModel['type'];
export type ModelOf<T extends ElementType> = Extract<ElementModel, { readonly type: T }>;

export interface ProcessModelElement extends ElementBase {
  readonly type: 'process';
}

export interface SubprocessModel extends ElementBase {
  readonly type: 'subprocess';
}

export interface EventSubprocessModel extends ElementBase {
  readonly type: 'event subprocess';
}

export interface StartEventModel extends ElementBase {
  readonly type: 'start event';
  readonly trigger?: CatchTriggerModel;
  /** In an event subprocess: leaves the scope around it running. */
  readonly nonInterrupting?: boolean;
}

export interface EndEventModel extends ElementBase {
  readonly type: 'end event';
  readonly trigger?: ThrowTriggerModel;
}

export interface IntermediateCatchEventModel extends ElementBase {
  readonly type: 'intermediate catch event';
  readonly trigger: CatchTriggerModel;
}

export interface IntermediateThrowEventModel extends ElementBase {
  readonly type: 'intermediate throw event';
  readonly trigger?: ThrowTriggerModel;
}

export interface BoundaryEventModel extends ElementBase {
  readonly type: 'boundary event';
  /** Id of the activity it is attached to. */
  readonly host: string;
  readonly nonInterrupting?: boolean;
  readonly trigger: CatchTriggerModel;
}

export interface UndefinedTaskModel extends ElementBase {
  readonly type: 'task';
}

export interface ManualTaskModel extends ElementBase {
  readonly type: 'manual task';
}

export interface UserTaskModel extends ElementBase {
  readonly type: 'user task';
  readonly assignee?: ExpressionText;
  /** A FEEL list, or texts with commas between them. */
  readonly candidateGroups?: ExpressionText;
  readonly candidateUsers?: ExpressionText;
  readonly dueDate?: ExpressionText;
  readonly followUpDate?: ExpressionText;
  readonly priority?: ExpressionText;
  readonly form?: FormReference;
  readonly headers?: Headers;
}

export interface ServiceTaskModel extends ElementBase {
  readonly type: 'service task';
  readonly job: JobModel;
}

export interface SendTaskModel extends ElementBase {
  readonly type: 'send task';
  readonly job: JobModel;
}

export interface ReceiveTaskModel extends ElementBase {
  readonly type: 'receive task';
  readonly trigger: MessageCatchModel;
}

export interface ScriptTaskModel extends ElementBase {
  readonly type: 'script task';
  readonly work: { readonly type: 'expression'; readonly expression: ExpressionText; readonly resultVariable: string } | JobWork;
}

export interface BusinessRuleTaskModel extends ElementBase {
  readonly type: 'business rule task';
  readonly work:
    | { readonly type: 'decision'; readonly decisionId: ExpressionText; readonly binding: Binding; readonly resultVariable: string }
    | JobWork;
}

export interface JobWork {
  readonly type: 'job';
  readonly job: JobModel;
}

export interface CallActivityModel extends ElementBase {
  readonly type: 'call activity';
  readonly processId: ExpressionText;
  readonly binding: Binding;
  readonly propagateAllChildVariables: boolean;
  readonly propagateAllParentVariables: boolean;
}

export interface ExclusiveGatewayModel extends ElementBase {
  readonly type: 'exclusive gateway';
}

export interface ParallelGatewayModel extends ElementBase {
  readonly type: 'parallel gateway';
}

export interface InclusiveGatewayModel extends ElementBase {
  readonly type: 'inclusive gateway';
}

export interface EventBasedGatewayModel extends ElementBase {
  readonly type: 'event-based gateway';
}
