// Chromium for the journeys: what is on the machine, else Playwright's own, else Debian's where we are root.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const macApp = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** @returns {string} the path of a browser that starts */
export function findChromium() {
  const given = process.env.LOOPWRIGHT_CHROMIUM;
  if (given) return given;
  return onMachine() ?? fromPlaywright() ?? fromDebian() ?? giveUp();
}

function onMachine() {
  const candidates = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, macApp].find((file) => existsSync(file));
}

function fromPlaywright() {
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  console.log('No Chromium here: asking Playwright for its own …');
  spawnSync('playwright', ['install', 'chromium-headless-shell', 'chromium'], { stdio: ['ignore', 'ignore', 'ignore'], timeout: 180_000 });
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

function fromDebian() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  console.log("Installing Debian's chromium, with glyphs for Chinese …");
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  if (!apt('update', '-qq') || !apt('install', '-y', '-qq', 'chromium', 'fonts-noto-cjk')) return undefined;
  return onMachine();
}

function giveUp() {
  throw new Error('The journeys need Chromium: install it, or name one in LOOPWRIGHT_CHROMIUM.');
}
