import { expect, it } from 'vitest';
import { banner } from './banner.ts';
import { readSettings } from './settings.ts';

const facts = { settings: readSettings({ LOOPWRIGHT_HOME: '/data/copy' }), port: 8081, devServer: true, demoAccounts: Array.from({ length: 20 }, (_, i) => `account-${i}`) };

it('names the address, each account, the state, and what the machinery is not good for', () => {
  const text = banner(facts);
  for (const said of ['http://127.0.0.1:8081', 'account-0 ·', 'account-19', '/data/copy', 'not for regulated records']) expect(text).toContain(said);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
});

it('says nothing of accounts and dev servers where there are none', () => {
  const text = banner({ ...facts, devServer: false, demoAccounts: [] });
  expect(text).not.toContain('account');
  expect(text).not.toContain('dev server');
});

it('reads settings with their defaults, and refuses a port that is none', () => {
  expect(readSettings({})).toMatchObject({ port: 8080, host: '127.0.0.1', demo: true, basicAuth: true, publicUrl: undefined });
  expect(readSettings({ LOOPWRIGHT_DEMO: '0' })).toMatchObject({ demo: false, basicAuth: false });
  expect(() => readSettings({ LOOPWRIGHT_PORT: 'http' })).toThrow('LOOPWRIGHT_PORT is http');
});
