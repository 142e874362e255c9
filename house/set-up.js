// What the tests need beyond the packages: Temporal's dev server and Chromium, found or got. `node house/set-up.js`
import { findChromium } from '../e2e/chromium.js';
import { findTemporal } from '../engine/src/services/temporal-binary.ts';

console.log(`Temporal: ${await findTemporal(console.log)}`);
console.log(`Chromium: ${findChromium()}`);
