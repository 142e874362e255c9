import DmnModeler from 'dmn-js/lib/Modeler';
import { DmnPropertiesPanelModule, DmnPropertiesProviderModule, ZeebePropertiesProviderModule } from 'dmn-js-properties-panel';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css';
import '@bpmn-io/properties-panel/assets/properties-panel.css';
import { translateModule } from '../words/translate-module.ts';

/** One way to look at a file of decisions: the graph, or one decision's table or expression. */
export interface DecisionView {
  readonly id: string;
  readonly type: 'drd' | 'decisionTable' | 'literalExpression' | 'boxedExpression';
  readonly name: string;
}

/** Decisions that can be changed. */
export interface OpenDecisionEditor {
  /** The file as DMN XML. */
  save(): Promise<string>;
  views(): readonly DecisionView[];
  active(): DecisionView | null;
  show(id: string): Promise<void>;
  close(): void;
}

export interface DecisionEditorOptions {
  readonly language: string;
  readonly panel: HTMLElement;
  /** Decision that is shown first; the graph where it is not there. */
  readonly decisionId: string | null;
  readonly onChange: () => void;
  readonly onView: () => void;
}

interface View {
  readonly id: string;
  readonly type: DecisionView['type'];
  readonly name?: string;
  readonly element: { readonly id: string; readonly name?: string };
}

interface Editor {
  importXML(xml: string): Promise<unknown>;
  saveXML(options: { format: boolean }): Promise<{ xml?: string }>;
  getViews(): View[];
  getActiveView(): View | undefined;
  open(view: View): Promise<unknown>;
  getActiveViewer(): { on(event: string, listener: () => void): void } | undefined;
  on(event: string, listener: () => void): void;
  destroy(): void;
}

/** @throws where the text is no DMN that can be shown */
export async function openDecisionEditor(container: HTMLElement, dmn: string, { language, panel, decisionId, onChange, onView }: DecisionEditorOptions): Promise<OpenDecisionEditor> {
  const words = translateModule(language);
  const editor = new (DmnModeler as new (options: object) => Editor)({
    container,
    drd: { propertiesPanel: { parent: panel }, additionalModules: [DmnPropertiesPanelModule, DmnPropertiesProviderModule, ZeebePropertiesProviderModule, words] },
    decisionTable: { additionalModules: [words] },
    literalExpression: { additionalModules: [words] },
    boxedExpression: { additionalModules: [words] },
  });
  const listened = new WeakSet<object>();
  editor.on('views.changed', () => {
    const viewer = editor.getActiveViewer();
    if (viewer && !listened.has(viewer)) {
      listened.add(viewer);
      viewer.on('commandStack.changed', onChange);
    }
    onView();
  });
  await editor.importXML(dmn);
  const first = editor.getViews().find(({ element, type }) => element.id === decisionId && type !== 'drd');
  if (first) await editor.open(first);
  const described = ({ element, type, name }: View): DecisionView => ({ id: element.id, type, name: name ?? element.name ?? element.id });
  return {
    save: async () => (await editor.saveXML({ format: true })).xml ?? '',
    views: () => editor.getViews().map(described),
    active: () => {
      const view = editor.getActiveView();
      return view ? described(view) : null;
    },
    show: async (id) => {
      const view = editor.getViews().find(({ element }) => element.id === id);
      if (view) await editor.open(view);
    },
    close: () => editor.destroy(),
  };
}
