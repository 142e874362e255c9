import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { hashPassword, startApi, type Api } from '../src/api/index.ts';
import { createRuntimeClient, type RuntimeClient } from '../src/runtime/index.ts';
import { startWorker } from '../src/runtime/worker.ts';
import { workflowBundle } from './workflow-bundle.ts';
import { role, type Role } from '../src/policy/index.ts';
import { ensureTenant, openStore, saveAccount, type Store } from '../src/store/index.ts';
import type { TenantConfig } from '../src/tenants/index.ts';

/** Somebody with an account; the password is the id. */
export interface TestAccount {
  readonly id: string;
  readonly groups?: readonly string[];
  readonly roles?: readonly string[];
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
}

export interface TestServerOptions {
  readonly accounts: readonly TestAccount[];
  /** As in `roles.yaml`. `admin`, who may do everything, is always there. */
  readonly roles?: readonly unknown[];
  /** A worker runs what is started; without it whatever reaches the runtime is not available. */
  readonly engine?: boolean;
  readonly isTest?: boolean;
  readonly databaseUrl?: string;
  readonly temporalAddress?: string;
  readonly designerFolder?: string;
  readonly demo?: boolean;
  /** Zone, calendars, groups, roles and accounts beside those given here. */
  readonly config?: TenantConfig;
}

/** The API with a tenant of its own, and a second one with an account `stranger`, in the shared database. */
export interface TestServer {
  readonly address: string;
  readonly tenantId: string;
  readonly otherTenantId: string;
  readonly store: Store;
  readonly api: Api;
  /** A request by HTTP Basic; `as` null: by nobody. JSON in, JSON out. */
  ask(as: string | null, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Deploys texts by file name. */
  deploy(as: string, files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>, headers?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests reach into replies
  readonly body: any;
  readonly headers: Headers;
}

const quiet = { error: console.error, warn: () => undefined, info: () => undefined, debug: () => undefined };

export async function startTestServer(options: TestServerOptions): Promise<TestServer> {
  const store = openStore({ url: options.databaseUrl ?? inject('databaseUrl') });
  const id = randomBytes(5).toString('hex');
  const own = tenant(`t-${id}`, options);
  const other = tenant(`o-${id}`, { accounts: [{ id: 'stranger', roles: ['admin'] }] });
  for (const one of [own, other]) await bring(store, one);
  const engine = options.engine ? await startEngine(store, [own, other], options.temporalAddress ?? inject('temporalAddress')) : null;
  const runtime = engine?.client ?? absentRuntime;
  const api = await startApi({
    store,
    runtime,
    tenantOf: (tenantId) => [own, other].find((one) => one.id === tenantId),
    log: quiet,
    now: Date.now,
    settings: { defaultTenantId: own.id, version: '0.0.0', basicAuth: true, secureCookies: false, notice: 'a test' },
    host: '127.0.0.1',
    port: 0,
    demo: options.demo ?? false,
    designerFolder: options.designerFolder ?? null,
    checkReplies: true,
  });
  const ask: TestServer['ask'] = async (as, method, path, body, headers = {}) => {
    const sent = body instanceof FormData || body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const reply = await fetch(new URL(path, api.address), {
      method,
      ...(sent !== undefined && { body: sent }),
      headers: { ...(as !== null && { authorization: basic(as) }), ...(typeof sent === 'string' && { 'content-type': 'application/json' }), ...headers },
      redirect: 'manual',
    });
    const text = await reply.text();
    return { status: reply.status, body: /json/.test(reply.headers.get('content-type') ?? '') && text !== '' ? JSON.parse(text) : text, headers: reply.headers };
  };
  return {
    address: api.address,
    tenantId: own.id,
    otherTenantId: other.id,
    store,
    api,
    ask,
    deploy: (as, files, headers) => {
      const form = new FormData();
      for (const [name, content] of Object.entries(files)) form.append('resources', new File([content], name));
      return ask(as, 'POST', '/v2/deployments', form, headers);
    },
    stop: async () => {
      await api.stop();
      await engine?.stop();
      await store.close();
    },
  };
}

async function startEngine(store: Store, tenants: readonly TenantConfig[], address: string) {
  const folder = mkdtempSync(join(tmpdir(), 'loopwright-api-'));
  const temporal = { address, taskQueue: tenants[0]?.id ?? '', keyFile: join(folder, 'payload-keys.json') };
  const settingsOf = (tenantId: string) => {
    const { zone = 'UTC', calendars = [] } = tenants.find(({ id }) => id === tenantId) ?? {};
    return { zone, calendars };
  };
  const client = createRuntimeClient({ store, temporal, log: quiet, settingsOf });
  const worker = await startWorker({ store, temporal, log: quiet, settingsOf, tenants: tenants.map(({ id }) => id), bundle: { codePath: await workflowBundle() }, cachedInstances: 100 });
  const stop = async (): Promise<void> => {
    await worker.stop();
    await client.close();
    rmSync(folder, { recursive: true });
  };
  return { client, stop };
}

export function basic(user: string): string {
  return `Basic ${Buffer.from(`${user}:${user.split('/').at(-1)}`).toString('base64')}`;
}

const admin = { id: 'admin', rules: [{ may: 'manage', on: 'all' }] };

function tenant(id: string, { accounts, roles = [], isTest = false, demo = false, config }: TestServerOptions): TenantConfig {
  const own = {
    id,
    name: `Tenant ${id}`,
    zone: 'Asia/Shanghai',
    languages: ['en', 'zh-CN'],
    isDemo: demo,
    isTest,
    calendars: [],
    roles: [admin, ...roles].map((one): Role => role.parse(one)),
    groups: [...new Set(accounts.flatMap(({ groups = [] }) => groups))].map((group) => ({ id: group, names: { en: group }, roles: [] })),
    accounts: accounts.map(({ id: userId, groups = [], roles: own = [], attributes = {} }) => ({ id: userId, name: `Name of ${userId}`, email: null, language: null, groups, roles: own, attributes })),
  };
  if (config === undefined) return own;
  const { zone, calendars } = config;
  return { ...own, zone, calendars, roles: [...own.roles, ...config.roles.filter(({ id: other }) => other !== 'admin')], groups: [...own.groups, ...config.groups], accounts: [...own.accounts, ...config.accounts.filter(({ id: other }) => accounts.every((account) => account.id !== other))] };
}

async function bring(store: Store, config: TenantConfig): Promise<void> {
  await ensureTenant(store, { tenantId: config.id, name: config.name, isTest: config.isTest });
  for (const { id: userId, name, groups, roles } of config.accounts) {
    const passwordHash = await hashPassword(userId, { isPublic: true });
    await store.inTenant(config.id, (tx) => saveAccount(tx, { userId, name, passwordHash, groups, roles }, { type: 'system', id: 'test', name: 'test' }, Date.now()));
  }
}

/** For tests that need no Temporal: whatever reaches the runtime is refused as not available. */
const absentRuntime = new Proxy({} as RuntimeClient, {
  get: (_, verb) => (verb === 'checkTemporal' ? () => Promise.reject(new Error('no Temporal in this test')) : () => Promise.resolve({ kind: 'unavailable', retryAfterSeconds: 5 })),
});
