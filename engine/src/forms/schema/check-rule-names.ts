import { compileExpression } from '../../kernel/feel/index.ts';
import { childrenOf, fieldsOf, nestedTypes, type FormComponent } from './form-schema.ts';
import { joinPath, type Report } from './report.ts';

const always = ['outcome', 'row', 'item'];

/** A rule reads the form's own fields, `outcome` and, in a table, `row`: nothing else is at hand where the form is checked. */
export function checkRuleNames(components: readonly FormComponent[], report: Report): void {
  const known = [...fieldsOf(components).map(({ component }) => component.key), ...always];
  visit(components, '', (component, path) => {
    for (const name of ['value', 'valid'] as const) {
      const text = component.properties?.[name];
      const compiled = text === undefined ? null : compileExpression(text.slice(1));
      if (!compiled?.ok) continue;
      const unknown = compiled.value.freeVariables.filter((variable) => !known.includes(variable));
      if (unknown.length > 0) report(path, 'component-rule', `The custom property "${name}" reads ${unknown.join(', ')}, which is no field of this form; show it as a read-only or hidden field.`);
    }
  });
}

function visit(components: readonly FormComponent[], path: string, look: (component: FormComponent, path: string) => void): void {
  for (const component of components) {
    const here = joinPath(path, component.key);
    look(component, here);
    visit(childrenOf(component), nestedTypes.includes(component.type) ? here : path, look);
  }
}
