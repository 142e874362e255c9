import type { KernelCommand } from '../../kernel/index.ts';
import type { StepEvent, TurnResult } from '../../store/index.ts';
import { cancelCalledInstance, reportEnd, startCalledInstance } from './called-instances.ts';
import type { Run } from './run.ts';
import { SYSTEM } from './system-actor.ts';

/** Performs what a projected turn, begun by `event`, asks of Temporal. The rest of its commands are rows by now. */
export function perform(run: Run, event: StepEvent, commands: readonly KernelCommand[], result: TurnResult): void {
  for (const command of commands) {
    switch (command.type) {
      case 'arm timer':
        run.timers.arm(command.timerKey, command.dueAt);
        break;
      case 'disarm timer':
        run.timers.disarm(command.timerKey);
        break;
      case 'start instance': {
        const started = result.startedInstances.find(({ elementInstanceKey }) => elementInstanceKey === command.elementInstanceKey);
        if (!started) throw new Error(`the projection gave no instance for element instance ${command.elementInstanceKey}`);
        startCalledInstance(run, command, started);
        break;
      }
      case 'cancel instance':
        cancelCalledInstance(run, command.elementInstanceKey);
        break;
      case 'finish':
        reportEnd(run, event, command.outcome);
        break;
      default:
    }
  }
  if (result.keyBlock !== null) {
    const first = result.keyBlock;
    void run.enqueue({ event: { id: `keys:${first}`, at: run.at, type: 'keys granted', first }, actor: SYSTEM });
  }
}
