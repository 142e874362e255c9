import drawingInChinese from 'bpmn-js-i18n/translations/zn.js';
import { panelInChinese } from './panel-in-chinese.ts';
import { tablesInChinese } from './tables-in-chinese.ts';

/** Words of the editors that read otherwise here than where they come from. */
const inEnglish: Readonly<Record<string, string>> = {
  'Camunda Form': 'Form',
  'Camunda Form (linked)': 'Form (by its id)',
  'Camunda Form (embedded)': 'Form (embedded)',
  'Camunda user task': 'User task',
};

const chinese: Readonly<Record<string, string>> = { ...drawingInChinese, ...panelInChinese, ...tablesInChinese };

/** The words of bpmn-js and dmn-js in a language; what has no translation stays as it is. */
export function translateModule(language: string): object {
  return { translate: ['value', (template: string, replacements?: Readonly<Record<string, string>>) => translateWords(language, template, replacements)] };
}

export function translateWords(language: string, template: string, replacements: Readonly<Record<string, string>> = {}): string {
  const words = language === 'zh-CN' ? chinese : inEnglish;
  return (words[template] ?? template).replaceAll(/\{([^}]+)\}/g, (whole, name: string) => replacements[name] ?? whole);
}
