import type { Plugin } from 'vite';

const choices = '/utils/ChoicesWrapper.js';

/**
 * Form.io's modules as they are published don't go through a strict bundler: some names are exported from two places, and a library that
 * draws selects is imported by a name it doesn't have. We draw selects with the browser's own control, so that library is left out.
 */
export function repairFormio(): Plugin {
  return {
    name: 'repair-formio',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/@formio/js/lib/mjs/')) return null;
      if (id.endsWith(choices)) return { code: 'export default undefined;', map: null };
      if (id.endsWith('/utils/index.js')) return { code: `${code}\nexport { getComponentActualValue, getComponentPath, uniqueName } from './utils';\n`, map: null };
      return null;
    },
  };
}
