import { isEnded, type KernelCommand, type KernelFact, type Snapshot } from '../../kernel/index.ts';
import type { DrivenInstance } from './drive.ts';

/** What has to hold after every step; each law that is broken is told in words. */
export function brokenInvariants({ snapshot, commands, facts }: DrivenInstance): readonly string[] {
  return [...brokenInSnapshot(snapshot), ...brokenLives(snapshot, facts), ...brokenOpenings(snapshot, commands)];
}

function brokenInSnapshot(snapshot: Snapshot): readonly string[] {
  const { instances, waits, incidents, joins } = snapshot;
  const keys = new Set(instances.map(({ key }) => key));
  const broken: string[] = [];
  for (const { key, scope, children, waits: own = [], incident } of instances) {
    if (scope !== null && !keys.has(scope)) broken.push(`${key} is in a scope that has ended`);
    if (children !== instances.filter((other) => other.scope === key).length) broken.push(`${key} counts its children wrongly`);
    if (own.some((wait) => !waits.some((open) => open.key === wait && open.instance === key))) broken.push(`${key} names a wait that is not open`);
    if (incident !== undefined && !incidents.some((open) => open.key === incident && open.instance === key)) broken.push(`${key} names an incident that is not open`);
  }
  for (const { key, instance } of [...waits, ...incidents]) if (!keys.has(instance)) broken.push(`${key} belongs to an element instance that has ended`);
  for (const { scope, gateway } of joins) if (!keys.has(scope)) broken.push(`tokens wait at ${gateway} in a scope that has ended`);
  for (const list of [instances, waits, incidents]) if (!isAscending(list.map(({ key }) => key))) broken.push('a list is not sorted by key');
  if (isEnded(snapshot) && instances.length + waits.length + incidents.length + joins.length > 0) broken.push('something is left in an instance that has ended');
  if (!isEnded(snapshot) && waits.length + incidents.length === 0) broken.push('the instance neither ends nor waits nor has an incident');
  return broken;
}

/** Every element instance is entered once, and ends once or is alive. */
function brokenLives({ instances }: Snapshot, facts: readonly KernelFact[]): readonly string[] {
  const alive = new Set<string>();
  const broken: string[] = [];
  for (const fact of facts) {
    if (fact.type === 'element entered') alive.add(fact.elementInstanceKey);
    else if ((fact.type === 'element completed' || fact.type === 'element terminated') && !alive.delete(fact.elementInstanceKey)) broken.push(`${fact.elementId} ended twice`);
  }
  const live = new Set(instances.map(({ key }) => key));
  if (alive.size !== live.size || [...alive].some((key) => !live.has(key))) broken.push('facts and snapshot disagree about what is alive');
  return broken;
}

/** Whatever a command opens is open still, or was closed once. Timers may also have fired; calls and resolutions end by their answers. */
function brokenOpenings({ waits, incidents }: Snapshot, commands: readonly KernelCommand[]): readonly string[] {
  const open = new Set<string>();
  const broken: string[] = [];
  for (const command of commands) {
    const opened = openedBy(command);
    const closed = closedBy(command);
    if (opened !== null && open.has(opened)) broken.push(`${opened} was opened twice`);
    if (opened !== null) open.add(opened);
    if (closed !== null && !open.delete(closed)) broken.push(`${command.type} ${closed}, which was not open`);
  }
  const answered = waits.filter(({ type }) => type !== 'resolution' && type !== 'called instance');
  const waiting = new Set([...answered, ...incidents].map(({ key }) => key));
  for (const key of waiting) if (!open.has(key)) broken.push(`${key} waits without having been opened`);
  const timers = new Set(commands.flatMap((command) => (command.type === 'arm timer' ? [command.timerKey] : [])));
  for (const key of open) if (!waiting.has(key) && !timers.has(key)) broken.push(`${key} is open at the host and not in the snapshot`);
  return broken;
}

function openedBy(command: KernelCommand): string | null {
  switch (command.type) {
    case 'open user task':
      return command.userTaskKey;
    case 'create job':
      return command.jobKey;
    case 'arm timer':
      return command.timerKey;
    case 'open subscription':
      return command.subscriptionKey;
    case 'raise incident':
      return command.incidentKey;
    default:
      return null;
  }
}

function closedBy(command: KernelCommand): string | null {
  switch (command.type) {
    case 'close user task':
      return command.userTaskKey;
    case 'close job':
      return command.jobKey;
    case 'disarm timer':
      return command.timerKey;
    case 'close subscription':
      return command.subscriptionKey;
    case 'close incident':
      return command.incidentKey;
    default:
      return null;
  }
}

const isAscending = (keys: readonly string[]): boolean => keys.every((key, index) => index === 0 || BigInt(keys[index - 1] as string) < BigInt(key));
