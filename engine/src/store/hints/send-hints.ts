import type { Hint, TenantHint } from './hints.ts';

export const HINT_CHANNEL = 'loopwright';

/** Hints of this many milliseconds travel together. */
const GATHERED = 25;
/** PostgreSQL takes notifications of less than 8,000 bytes. */
const LARGEST_PAYLOAD = 7_900;

/** Gathers hints and sends them in few notifications, on a connection of its own, never inside anyone's transaction. */
export function hintSender(notify: (payloads: string[]) => Promise<unknown>, onError: (error: Error) => void) {
  let waiting = new Map<string, TenantHint>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.size === 0) return;
    const payloads = payloadsOf([...waiting.values()]);
    waiting = new Map();
    try {
      await notify(payloads);
    } catch (error) {
      onError(error as Error);
    }
  }

  return {
    send(tenantId: string, hints: readonly Hint[]): void {
      for (const hint of hints) waiting.set(`${tenantId} ${JSON.stringify(hint)}`, { tenantId, hint });
      if (waiting.size > 0) timer ??= setTimeout(() => void flush(), GATHERED);
    },
    flush,
  };
}

/** Packs hints into as few texts as fit. One that doesn't fit alone is sent without its groups and users, which means "may concern anyone". */
export function payloadsOf(hints: readonly TenantHint[]): string[] {
  const payloads: string[] = [];
  let packed: string[] = [];
  let size = 2;
  for (const { tenantId, hint } of hints) {
    let text = JSON.stringify({ tenantId, hint });
    if (Buffer.byteLength(text) > LARGEST_PAYLOAD && hint.type === 'user task') text = JSON.stringify({ tenantId, hint: { ...hint, groups: [], users: [] } });
    const length = Buffer.byteLength(text) + 1;
    if (size + length > LARGEST_PAYLOAD && packed.length > 0) {
      payloads.push(`[${packed.join()}]`);
      packed = [];
      size = 2;
    }
    packed.push(text);
    size += length;
  }
  if (packed.length > 0) payloads.push(`[${packed.join()}]`);
  return payloads;
}
