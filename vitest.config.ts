import { defineConfig } from 'vitest/config';

const resolve = { conditions: ['loopwright-source'] };
const setupFiles = ['engine/test/property-seed.ts'];
const ssr = { resolve: { conditions: ['loopwright-source', 'node'] } };

export default defineConfig({
  resolve,
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        ssr,
        test: { name: 'unit', setupFiles, testTimeout: 60_000, include: ['engine/**/*.spec.ts', 'designer/**/*.spec.{ts,tsx}', 'house/**/*.spec.ts'], exclude: ['**/node_modules/**', '**/dist/**'] },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'integration',
          setupFiles,
          include: ['engine/**/*.itest.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: ['engine/test/services.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
