import { boundaryEvent } from './elements/boundary-event/boundary-event.ts';
import { businessRuleTask } from './elements/business-rule-task/business-rule-task.ts';
import { callActivity } from './elements/call-activity/call-activity.ts';
import { endEvent } from './elements/end-event/end-event.ts';
import { eventBasedGateway } from './elements/event-based-gateway/event-based-gateway.ts';
import { eventSubprocess } from './elements/event-subprocess/event-subprocess.ts';
import { exclusiveGateway } from './elements/exclusive-gateway/exclusive-gateway.ts';
import { inclusiveGateway } from './elements/inclusive-gateway/inclusive-gateway.ts';
import { intermediateCatchEvent } from './elements/intermediate-catch-event/intermediate-catch-event.ts';
import { intermediateThrowEvent } from './elements/intermediate-throw-event/intermediate-throw-event.ts';
import { manualTask } from './elements/manual-task/manual-task.ts';
import { multiInstanceBody } from './elements/multi-instance/multi-instance-body.ts';
import { parallelGateway } from './elements/parallel-gateway/parallel-gateway.ts';
import { process } from './elements/process/process.ts';
import { receiveTask } from './elements/receive-task/receive-task.ts';
import { scriptTask } from './elements/script-task/script-task.ts';
import { sendTask } from './elements/send-task/send-task.ts';
import { serviceTask } from './elements/service-task/service-task.ts';
import { startEvent } from './elements/start-event/start-event.ts';
import { subprocess } from './elements/subprocess/subprocess.ts';
import { undefinedTask } from './elements/undefined-task/undefined-task.ts';
import { userTask } from './elements/user-task/user-task.ts';
import { catchError, throwErrorEvent } from './triggers/error/error.ts';
import { catchLink, throwLink } from './triggers/link/link.ts';
import { catchMessage, throwMessage } from './triggers/message/message.ts';
import { throwTerminate } from './triggers/terminate/terminate.ts';
import { catchTimer } from './triggers/timer/timer.ts';
import type { Behaviours } from './turn/turn.ts';

/** Everything the kernel executes. A missing element or trigger does not compile. */
export const behaviours: Behaviours = {
  elements: {
    process,
    subprocess,
    'event subprocess': eventSubprocess,
    'start event': startEvent,
    'end event': endEvent,
    'intermediate catch event': intermediateCatchEvent,
    'intermediate throw event': intermediateThrowEvent,
    'boundary event': boundaryEvent,
    task: undefinedTask,
    'manual task': manualTask,
    'user task': userTask,
    'service task': serviceTask,
    'send task': sendTask,
    'receive task': receiveTask,
    'script task': scriptTask,
    'business rule task': businessRuleTask,
    'call activity': callActivity,
    'exclusive gateway': exclusiveGateway,
    'parallel gateway': parallelGateway,
    'inclusive gateway': inclusiveGateway,
    'event-based gateway': eventBasedGateway,
  },
  multiInstanceBody,
  triggers: {
    catching: { timer: catchTimer, message: catchMessage, error: catchError, link: catchLink },
    throwing: { message: throwMessage, error: throwErrorEvent, link: throwLink, terminate: throwTerminate },
  },
};
