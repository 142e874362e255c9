import type { Finding } from '../../contract/index.ts';
import { checkComponent } from './check-component.ts';
import { checkRuleNames } from './check-rule-names.ts';
import { isRecord, saysNothing, type Report } from './report.ts';
import { checkText } from './check-text.ts';
import type { FormComponent } from './form-schema.ts';

const allowedInForm = ['id', 'title', 'name', 'path', 'type', 'display', 'tags', 'i18n', 'components', 'properties', 'settings', 'versionTag', '$schema'];
const deepest = 12;
const mostComponents = 2_000;

/**
 * Checks a Form.io form against what forms may hold: known component types and properties, no code, no template, no HTML, no URL.
 * `elementId` of a finding is the path of keys to the component. No finding means that the form can be deployed.
 */
export function checkFormSchema(json: unknown): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (path, code, message) => findings.push({ elementId: path || null, line: null, severity: 'error', code, message });
  if (!isRecord(json)) {
    report('', 'form-not-an-object', 'A form is a JSON object with id, title and components.');
    return findings;
  }
  if (typeof json.id !== 'string' || !/^[A-Za-z_][\w.-]*$/.test(json.id)) report('', 'form-without-id', 'The form needs an "id" of letters, digits, dots, hyphens and underscores.');
  if (json.display !== undefined && json.display !== 'form') report('', 'form-display', `A form is displayed as "form"; "${String(json.display)}" is not supported.`);
  for (const [name, value] of Object.entries(json)) if (!allowedInForm.includes(name) && !saysNothing(value)) report('', 'form-property', `The form's property "${name}" is not supported.`);
  checkTexts(json, report);
  if (!Array.isArray(json.components)) report('', 'form-without-components', 'The form needs a list "components".');
  else checkLevel(json.components, '', 1, { left: mostComponents }, report);
  if (findings.length === 0) checkRuleNames(json.components as FormComponent[], report);
  return findings;
}

function checkTexts(form: Record<string, unknown>, report: Report): void {
  if (typeof form.title === 'string') checkText(form.title, '', 'title', report);
  if (form.i18n === undefined) return;
  if (!isRecord(form.i18n)) return report('', 'form-i18n', '"i18n" is an object of languages, each an object of texts.');
  for (const [language, texts] of Object.entries(form.i18n)) {
    if (!isRecord(texts)) report('', 'form-i18n', `"i18n.${language}" is an object of texts.`);
    else for (const [text, translated] of Object.entries(texts)) {
      if (typeof translated !== 'string') report('', 'form-i18n', `The ${language} text of "${text}" is not a text.`);
      else checkText(translated, '', `${language} text of "${text}"`, report);
    }
  }
}

/** Checks the components of one level of values; keys must differ within it. */
function checkLevel(components: readonly unknown[], path: string, depth: number, room: { left: number }, report: Report): void {
  const keys = new Set<string>();
  const visit = (list: readonly unknown[], level: number): void => {
    if (level > deepest) return report(path, 'form-too-deep', `Components nest deeper than ${deepest} levels.`);
    for (const component of list) {
      if ((room.left -= 1) < 0) return report(path, 'form-too-large', `A form may have ${mostComponents} components at most.`);
      const { layout, nested } = checkComponent(component, path, keys, report);
      visit(layout, level + 1);
      if (nested !== null) checkLevel(nested.components, nested.path, level + 1, room, report);
    }
  };
  visit(components, depth);
}
