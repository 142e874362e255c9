import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshTenant, type TestStore } from '../../../test/fresh-store.ts';
import { ana, deployFiles, engineItself, keyOfProcess, processFile, SampleInstance } from '../../../test/sample-turns.ts';
import {
  dropExpiredMessages, findProcessInstance, findReservedMessage, lapseReservations, pinClock, publishMessage, refuseMessage, removeFromOutbox, searchMessageSubscriptions, takeOutbox,
  type NewMessage, type OutboxEntry, type Tx,
} from '../index.ts';

const HOUR = 3_600_000;
const all = { filter: {}, sort: [], page: { from: 0, limit: 100 } };

describe('messages', () => {
  let mine: TestStore;
  let definitionKey: string;

  beforeEach(async () => {
    mine = await freshTenant({ isTest: true });
    definitionKey = keyOfProcess(await deployFiles(mine.store, mine.tenantId, processFile('waits')));
  });
  afterEach(() => mine.close());

  const read = <T>(work: (tx: Tx) => Promise<T>) => mine.store.inTenant(mine.tenantId, work);
  const start = (key = definitionKey) => SampleInstance.start(mine.store, mine.tenantId, key);
  const publish = (correlationKey: string, changes: Partial<NewMessage> = {}) =>
    read((tx) => publishMessage(tx, { name: 'paid', correlationKey, messageId: null, timeToLive: HOUR, variables: { from: 'bank' }, actor: ana, ...changes }));
  const published = async (correlationKey: string, changes: Partial<NewMessage> = {}) => {
    const publication = await publish(correlationKey, changes);
    if (publication.kind !== 'published') throw new Error(publication.kind);
    return publication;
  };

  async function subscribe(instance: SampleInstance, correlationKey: string): Promise<string> {
    const subscriptionKey = instance.newKey();
    await instance.turn({ type: 'timer fired', timerKey: '1' }, {
      actor: engineItself,
      commands: [{ type: 'open subscription', subscriptionKey, elementInstanceKey: instance.newKey(), elementId: 'Wait', messageName: 'paid', correlationKey }],
    });
    return subscriptionKey;
  }

  async function deliver(entry: OutboxEntry | undefined, instance: SampleInstance, close = true): Promise<void> {
    const { messageKey, subscriptionKey } = entry!.payload as { messageKey: string; subscriptionKey: string };
    await instance.turn({ type: 'message correlated', subscriptionKey, messageKey, variables: {} }, {
      commands: close ? [{ type: 'close subscription', subscriptionKey, outcome: 'correlated' }] : [],
    });
    await read((tx) => removeFromOutbox(tx, [entry!.outboxKey]));
  }

  const takeAll = () => read((tx) => takeOutbox(tx, ['deliver message', 'start process instance'], 60_000, 100));
  const buffered = () => read(async (tx) => (await tx.selectFrom('messages').select('message_key').orderBy('message_key').execute()).map((row) => row.message_key));

  test('reaches who waits, once the turn that takes it is projected', async () => {
    const instance = await start();
    const subscriptionKey = await subscribe(instance, 'A-1');
    const { messageKey, reservations } = await published('A-1');
    expect(reservations).toEqual([{ processInstanceKey: instance.key, subscriptionKey }]);
    const [entry, ...others] = await takeAll();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ topic: 'deliver message', payload: { messageKey, subscriptionKey, processInstanceKey: instance.key } });
    expect(await read((tx) => findReservedMessage(tx, messageKey, subscriptionKey))).toEqual({ messageKey, subscriptionKey, processInstanceKey: instance.key, variables: { from: 'bank' }, actor: ana });
    await deliver(entry, instance);
    expect(await read((tx) => findReservedMessage(tx, messageKey, subscriptionKey))).toBeUndefined();
    expect((await read((tx) => searchMessageSubscriptions(tx, all))).items).toMatchObject([{ messageSubscriptionState: 'CORRELATED', messageName: 'paid', correlationKey: 'A-1' }]);
  });

  test('waits in the buffer for who comes later, in the order of publication', async () => {
    const first = await published('A-1');
    await published('A-1');
    const instance = await start();
    await subscribe(instance, 'A-1');
    const entries = await takeAll();
    expect(entries.map((entry) => (entry.payload as { messageKey: string }).messageKey)).toEqual([first.messageKey]);
  });

  test('a subscription that stays open gets one message after the other', async () => {
    const instance = await start();
    await subscribe(instance, 'A-1');
    const keys = [(await published('A-1')).messageKey, (await published('A-1')).messageKey, (await published('A-1')).messageKey];
    const seen: string[] = [];
    for (let i = 0; i < 3; i++) {
      const [entry, ...others] = await takeAll();
      expect(others).toEqual([]);
      seen.push((entry!.payload as { messageKey: string }).messageKey);
      await deliver(entry, instance, false);
    }
    expect(seen).toEqual(keys);
    expect(await takeAll()).toEqual([]);
  });

  test('goes to one instance of each process', async () => {
    const other = keyOfProcess(await deployFiles(mine.store, mine.tenantId, processFile('also-waits')));
    const [a, b, c] = [await start(), await start(), await start(other)];
    for (const instance of [a, b, c]) await subscribe(instance, 'A-1');
    const { reservations } = await published('A-1');
    expect(reservations.map((reservation) => reservation.processInstanceKey)).toEqual([a.key, c.key]);
  });

  test('without time to live it reaches who waits now, or nobody', async () => {
    expect((await published('A-1', { timeToLive: 0 })).reservations).toEqual([]);
    expect(await buffered()).toEqual([]);
    const instance = await start();
    await subscribe(instance, 'A-1');
    expect(await takeAll()).toEqual([]);
    expect((await published('A-1', { timeToLive: 0 })).reservations.length).toBe(1);
  });

  test('the same id is refused while the first lives', async () => {
    await published('A-1', { messageId: 'm-1' });
    expect(await publish('A-1', { messageId: 'm-1' })).toEqual({ kind: 'already published' });
    expect((await publish('A-2', { messageId: 'm-1' })).kind).toBe('published');
    await read((tx) => pinClock(tx, Date.now() + 2 * HOUR));
    expect((await publish('A-1', { messageId: 'm-1' })).kind).toBe('published');
  });

  test('expires by the clock of the tenant', async () => {
    await published('A-1');
    expect(await read(dropExpiredMessages)).toBe(0);
    await read((tx) => pinClock(tx, Date.now() + 2 * HOUR));
    const instance = await start();
    const subscriptionKey = instance.newKey();
    await instance.turn({ type: 'timer fired', timerKey: '1' }, {
      at: Date.now() + 2 * HOUR, commands: [{ type: 'open subscription', subscriptionKey, elementInstanceKey: '1', elementId: 'Wait', messageName: 'paid', correlationKey: 'A-1' }],
    });
    expect(await takeAll()).toEqual([]);
    expect(await read(dropExpiredMessages)).toBe(1);
  });

  test('refused, it goes back into its old place and to the next who waits', async () => {
    const [first, second] = [await start(), await start()];
    const firstSubscription = await subscribe(first, 'A-1');
    const { messageKey } = await published('A-1');
    const later = await published('A-1');
    const [entry] = await takeAll();
    await read(async (tx) => {
      await tx.updateTable('message_subscriptions').set({ state: 'DELETED' }).where('message_subscription_key', '=', firstSubscription).execute();
      await refuseMessage(tx, messageKey, firstSubscription);
      await removeFromOutbox(tx, [entry!.outboxKey]);
    });
    expect(await takeAll()).toEqual([]);
    const secondSubscription = await subscribe(second, 'A-1');
    expect((await takeAll()).map((taken) => taken.payload)).toMatchObject([{ messageKey, subscriptionKey: secondSubscription }]);
    expect(later.reservations).toEqual([]);
  });

  test('a subscription that closes with a message on its way gives it to the next', async () => {
    const [first, second] = [await start(), await start()];
    const subscriptionKey = await subscribe(first, 'A-1');
    const secondSubscription = await subscribe(second, 'A-1');
    const { messageKey } = await published('A-1');
    await first.turn({ type: 'cancel requested' }, { commands: [{ type: 'close subscription', subscriptionKey, outcome: 'canceled' }] });
    expect(await read((tx) => findReservedMessage(tx, messageKey, subscriptionKey))).toBeUndefined();
    expect(await read((tx) => findReservedMessage(tx, messageKey, secondSubscription))).toMatchObject({ messageKey });
  });

  test('a reservation that nobody redeems lapses', async () => {
    const instance = await start();
    const subscriptionKey = await subscribe(instance, 'A-1');
    const { messageKey } = await published('A-1', { timeToLive: 0 });
    expect(await read(lapseReservations)).toBe(0);
    await read((tx) => tx.updateTable('correlations').set({ reserved_until: new Date(0) }).execute());
    expect(await read(lapseReservations)).toBe(1);
    expect(await read((tx) => findReservedMessage(tx, messageKey, subscriptionKey))).toBeUndefined();
  });

  test('publishers and subscribers at the same time never miss each other', async () => {
    const instances = await Promise.all(Array.from({ length: 12 }, () => start()));
    await Promise.all(instances.flatMap((instance, i) => [subscribe(instance, `K-${i}`), published(`K-${i}`)]));
    expect((await takeAll()).length).toBe(12);
  });

  test('a turn that publishes reaches who waits elsewhere', async () => {
    const [sender, receiver] = [await start(), await start()];
    const subscriptionKey = await subscribe(receiver, 'A-1');
    await sender.turn({ type: 'timer fired', timerKey: '1' }, {
      actor: engineItself,
      commands: [{ type: 'publish message', messageKey: sender.newKey(), elementInstanceKey: '1', name: 'paid', correlationKey: 'A-1', messageId: null, timeToLive: HOUR, variables: { n: 1 } }],
    });
    const [entry] = await takeAll();
    const { messageKey } = entry!.payload as { messageKey: string };
    expect(await read((tx) => findReservedMessage(tx, messageKey, subscriptionKey))).toMatchObject({ variables: { n: 1 }, actor: engineItself });
  });

  describe('that start instances', () => {
    let startKey: string;
    beforeEach(async () => {
      startKey = keyOfProcess(await deployFiles(mine.store, mine.tenantId, processFile('begins', { messageStarts: [{ elementId: 'Begin', messageName: 'order' }] })));
    });
    const order = (correlationKey: string, changes: Partial<NewMessage> = {}) => published(correlationKey, { name: 'order', ...changes });

    test('one open instance for a key; the next message waits for its end', async () => {
      const first = await order('C-1');
      const second = await order('C-1', { variables: { second: true } });
      const elsewhere = await order('C-2');
      expect([first.reservations.length, second.reservations.length, elsewhere.reservations.length]).toEqual([1, 0, 1]);
      const instance = SampleInstance.at(mine.store, mine.tenantId, first.reservations[0]!.processInstanceKey);
      const [entry] = await takeAll();
      expect(entry).toMatchObject({ topic: 'start process instance', payload: { processInstanceKey: instance.key, processDefinitionKey: startKey, startElementId: 'Begin', messageKey: first.messageKey, actor: ana } });
      expect(await read((tx) => findProcessInstance(tx, instance.key))).toMatchObject({ state: 'ACTIVE', startedBy: null });
      await instance.turn({ type: 'instance started', variables: {} });
      await instance.finish();
      const next = await takeAll();
      expect(next).toMatchObject([{ topic: 'start process instance', payload: { messageKey: second.messageKey } }]);
      expect(JSON.parse((next[0]!.payload as { variables: string }).variables)).toEqual({ second: true });
    });

    test('without a key every message starts one', async () => {
      expect((await order('')).reservations.length).toBe(1);
      expect((await order('')).reservations.length).toBe(1);
    });

    test('of ten at once with one key one starts an instance', async () => {
      const reservations = (await Promise.all(Array.from({ length: 10 }, () => order('C-9')))).flatMap((publication) => publication.reservations);
      expect(reservations.length).toBe(1);
    });
  });
});
