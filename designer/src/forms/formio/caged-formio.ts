import { Formio } from '@formio/js/lib/mjs/Formio';
import Components from '@formio/js/lib/mjs/components/Components';
import Component from '@formio/js/lib/mjs/components/_classes/component/Component';
import NestedComponent from '@formio/js/lib/mjs/components/_classes/nested/NestedComponent';
import NestedDataComponent from '@formio/js/lib/mjs/components/_classes/nesteddata/NestedDataComponent';
import Checkbox from '@formio/js/lib/mjs/components/checkbox/Checkbox';
import Columns from '@formio/js/lib/mjs/components/columns/Columns';
import Container from '@formio/js/lib/mjs/components/container/Container';
import DataGrid from '@formio/js/lib/mjs/components/datagrid/DataGrid';
import Email from '@formio/js/lib/mjs/components/email/Email';
import Fieldset from '@formio/js/lib/mjs/components/fieldset/Fieldset';
import Hidden from '@formio/js/lib/mjs/components/hidden/Hidden';
import NumberField from '@formio/js/lib/mjs/components/number/Number';
import Panel from '@formio/js/lib/mjs/components/panel/Panel';
import Radio from '@formio/js/lib/mjs/components/radio/Radio';
import Select from '@formio/js/lib/mjs/components/select/Select';
import SelectBoxes from '@formio/js/lib/mjs/components/selectboxes/SelectBoxes';
import Table from '@formio/js/lib/mjs/components/table/Table';
import Tabs from '@formio/js/lib/mjs/components/tabs/Tabs';
import Unknown from '@formio/js/lib/mjs/components/unknown/Unknown';
import Well from '@formio/js/lib/mjs/components/well/Well';
import Templates from '@formio/js/lib/mjs/templates/Templates';
import { DefaultEvaluator, registerEvaluator } from '@formio/js/lib/mjs/utils/Evaluator';
import { registerEvaluator as registerCoreEvaluator } from '@formio/core/utils';
import { DateField } from './date-field.ts';
import { PlainEditGrid } from './edit-grid.ts';
import * as fieldTemplates from './field-templates.ts';
import * as layoutTemplates from './layout-templates.ts';
import { PlainTextArea } from './text-area.ts';
import { NamedTextField } from './text-field.ts';
import type { Template } from './template-context.ts';

interface EvaluatorBase {
  noeval: boolean;
  evaluate(logic: unknown, ...more: unknown[]): unknown;
}

/** JSONLogic and nothing else: a form that holds code is refused by the server, and one that came through all the same does nothing here. */
class LogicOnlyEvaluator extends (DefaultEvaluator as unknown as new (options?: object) => EvaluatorBase) {
  override noeval = true;

  evaluator(): () => undefined {
    return () => undefined;
  }

  override evaluate(logic: unknown, ...more: unknown[]): unknown {
    return logic !== null && typeof logic === 'object' ? super.evaluate(logic, ...more) : undefined;
  }

  template(): () => string {
    return () => '';
  }
}

/** The component types that forms may use, as the server's check has them. */
const components = {
  base: Component,
  component: Component,
  nested: NestedComponent,
  nesteddata: NestedDataComponent,
  unknown: Unknown,
  textfield: NamedTextField,
  textarea: PlainTextArea,
  email: Email,
  number: NumberField,
  checkbox: Checkbox,
  radio: Radio,
  selectboxes: SelectBoxes,
  select: Select,
  datetime: DateField,
  hidden: Hidden,
  container: Container,
  datagrid: DataGrid,
  editgrid: PlainEditGrid,
  panel: Panel,
  fieldset: Fieldset,
  well: Well,
  columns: Columns,
  table: Table,
  tabs: Tabs,
};

let isCaged = false;

/** Shuts Form.io in before its first use: no code from forms, no requests, our templates, the allowed components. */
export function cageFormio(): void {
  if (isCaged) return;
  isCaged = true;
  const evaluator = new LogicOnlyEvaluator({ noeval: true });
  registerEvaluator(evaluator as never);
  registerCoreEvaluator(evaluator as never);
  const refuse = (): Promise<never> => Promise.reject(new Error('forms make no requests'));
  Object.assign((Formio as unknown as { prototype: object }).prototype, { loadProject: () => Promise.resolve(null), loadForms: () => Promise.resolve([]) });
  Object.assign(Formio, { fetch: refuse, request: refuse, makeRequest: refuse, makeStaticRequest: refuse, requireLibrary: refuse, addLibrary: () => undefined, addLoader: () => undefined });
  allowOnlyOurs();
  const all: Record<string, Template> = { ...fieldTemplates, ...layoutTemplates };
  Templates.current = Object.fromEntries(Object.entries(all).map(([name, form]) => [name, { form }]));
}

/** Forgets every component type but ours; Form.io's builder brings all of its own along. */
export function allowOnlyOurs(): void {
  Object.assign(Components, { _components: { ...components } });
}
