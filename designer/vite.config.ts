import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { printFirstLoad } from './scripts/print-first-load.ts';
import { repairFormio } from './scripts/repair-formio.ts';

/** `LOOPWRIGHT_URL` is where the API runs that `vite` hands requests to while one works on the pages. */
const api = process.env['LOOPWRIGHT_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), repairFormio(), printFirstLoad({ page: 'src/inbox/inbox-page.tsx', language: 'src/ui/locales/en/index.ts', largestKilobytes: 350 })],
  define: { global: 'globalThis' },
  resolve: { conditions: ['loopwright-source', ...defaultClientConditions] },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/v2': api, '/health': api } },
  build: { outDir: 'dist', target: 'es2023', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 3_000, reportCompressedSize: false },
});
