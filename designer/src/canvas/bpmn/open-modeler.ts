import Modeler from 'bpmn-js/lib/Modeler';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ZeebePropertiesProviderModule } from 'bpmn-js-properties-panel';
import zeebeBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import '@bpmn-io/properties-panel/assets/properties-panel.css';
import { findingsByElement, worstOf, type ElementFinding } from '../marks.ts';
import { translateModule } from '../words/translate-module.ts';
import { moddleExtensions } from './moddle.ts';
import type { Canvas, ElementRegistry, EventBus, Overlays, Selection } from './services.ts';

/** A drawing that can be changed, with the properties of what is selected beside it. */
export interface OpenModeler {
  /** The drawing as BPMN 2.0 XML. */
  save(): Promise<string>;
  /** Shows at the elements what was found. */
  markFindings(findings: readonly ElementFinding[]): void;
  select(elementId: string): void;
  fit(): void;
  close(): void;
}

export interface ModelerOptions {
  readonly language: string;
  readonly panel: HTMLElement;
  readonly onChange: () => void;
}

/** @throws where the text is no BPMN that can be drawn */
export async function openModeler(container: HTMLElement, bpmn: string, { language, panel, onChange }: ModelerOptions): Promise<OpenModeler> {
  const modeler = new Modeler({
    container,
    propertiesPanel: { parent: panel },
    moddleExtensions,
    additionalModules: [BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ZeebePropertiesProviderModule, zeebeBehaviors, translateModule(language)] as never,
  });
  await modeler.importXML(bpmn);
  const canvas = modeler.get<Canvas>('canvas');
  const overlays = modeler.get<Overlays>('overlays');
  const registry = modeler.get<ElementRegistry>('elementRegistry');
  canvas.zoom('fit-viewport', 'auto');
  modeler.get<EventBus>('eventBus').on('commandStack.changed', onChange);
  return {
    save: async () => (await modeler.saveXML({ format: true })).xml ?? '',
    markFindings: (findings) => {
      overlays.remove({ type: 'lw' });
      for (const [elementId, found] of findingsByElement(findings)) {
        const element = registry.get(elementId);
        if (!element || element.waypoints !== undefined) continue;
        const html = document.createElement('span');
        html.className = `lw-badge lw-badge-${worstOf(found)}`;
        html.textContent = String(found.length);
        html.title = found.map(({ message }) => message).join('\n');
        overlays.add(elementId, 'lw', { position: { top: -11, left: -8 }, html });
      }
    },
    select: (elementId) => {
      const element = registry.get(elementId);
      if (!element) return;
      modeler.get<Selection>('selection').select(element);
      canvas.scrollToElement(elementId, { top: 80, bottom: 80, left: 80, right: 80 });
    },
    fit: () => canvas.zoom('fit-viewport', 'auto'),
    close: () => modeler.destroy(),
  };
}
