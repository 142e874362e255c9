import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from './index.ts';

let out: string[];
let err: string[];
beforeEach(() => {
  out = [];
  err = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line));
});
afterEach(() => vi.restoreAllMocks());

it.each([[[]], [['--help']], [['help']]])('lists the commands for %j', async (args) => {
  expect(await run(args)).toBe(0);
  for (const name of ['start', 'migrate', 'deploy', 'test', 'audit verify']) expect(out.join()).toContain(`  ${name}`);
});

it('names a command that there is not', async () => {
  expect(await run(['depoly', 'x'])).toBe(2);
  expect(err.join()).toContain('there is no command "depoly x"');
});

it('tells each command with --help', async () => {
  expect(await run(['deploy', '--help'])).toBe(0);
  expect(out.join()).toContain('Usage: loopwright deploy <files or folders>');
});

describe('deploy', () => {
  it.each([
    [['deploy'], 'Name at least one'],
    [['deploy', 'no/such/place'], 'no/such/place does not exist.'],
    [['deploy', 'package.json', '--colour', 'red'], "Unknown option '--colour'"],
    [['deploy', 'package.json'], 'Say who deploys'],
  ])('%j is refused with its usage', async (args, message) => {
    vi.stubEnv('LOOPWRIGHT_USER', '');
    vi.stubEnv('LOOPWRIGHT_TOKEN', '');
    expect(await run(args)).toBe(2);
    expect(err.join()).toContain(message);
    expect(err.join()).toContain('Usage: loopwright deploy');
  });

  it('says which server can not be reached', async () => {
    expect(await run(['deploy', 'package.json', '--url', 'http://127.0.0.1:1', '--token', 'x'])).toBe(1);
    expect(err.join()).toContain("http://127.0.0.1:1 can't be reached");
  });
});

describe('test', () => {
  it.each([
    [['test'], 'Name files or folders'],
    [['test', 'no/such/place'], 'no/such/place does not exist.'],
    [['test', 'workflows', '--report', 'html'], 'There is no report html: junit or json.'],
    [['test', 'workflows', '--tenant', 'nobody'], 'There is no tenant nobody'],
  ])('%j is refused with its usage', async (args, message) => {
    expect(await run(args)).toBe(2);
    expect(err.join()).toContain(message);
  });

  it('runs what it finds, and fails where there is nothing', async () => {
    expect(await run(['test', 'workflows/escalation-seats.test.json'])).toBe(0);
    expect(out.join()).toContain('3 passed, 0 failed');
    expect(await run(['test', 'decisions'])).toBe(1);
    expect(err.join()).toContain('no process test was found');
  });
});
