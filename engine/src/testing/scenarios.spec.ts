import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runProcessTests } from './index.ts';

const kernel = join(dirname(fileURLToPath(import.meta.url)), '../kernel');
const rooms = ['elements', 'triggers', 'rules'].map((room) => join(kernel, room));
const report = await runProcessTests(rooms);

describe('scenarios beside the elements, triggers and rules', () => {
  for (const { file, cases } of report.files) {
    describe(file.slice(kernel.length + 1).replace('.test.json', ''), () => {
      for (const { name, failure } of cases) it(name, () => expect(failure).toBeNull());
    });
  }

  it('each element and trigger has its own', async () => {
    const folders = await Promise.all(rooms.slice(0, 2).map(async (room) => (await readdir(room, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => join(room, name))));
    const tested = new Set(report.files.map(({ file }) => dirname(file)));
    expect(folders.flat().filter((folder) => !tested.has(folder))).toEqual([]);
  });

  it('together they pass nearly everything that they draw', () => {
    const missed = report.coverage.flatMap(({ processId, elements }) => elements.missed.map((id) => `${processId}: ${id}`));
    expect(missed.length).toBeLessThan(report.coverage.length / 2);
  });
});
