import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { classesOf, findingsByElement, worstOf, type ElementFinding, type ElementMark } from '../marks.ts';
import { moddleExtensions, translateNames, type ModdleElement } from './moddle.ts';
import type { Canvas, ElementRegistry, EventBus, Moddle, Overlays } from './services.ts';

/** Scales below which names can't be read, and at which they are read well. */
const readable = 0.5;
const comfortable = 0.8;

/** A drawing that can be looked at, moved and zoomed, not changed. */
export interface OpenDrawing {
  /** Shows where the tokens are, which way was gone, and what is wrong. */
  mark(elements: readonly ElementMark[], flowsTaken: readonly string[], findings: readonly ElementFinding[]): void;
  select(elementId: string | null): void;
  fit(): void;
  zoom(factor: number): void;
  close(): void;
}

export async function openDrawing(container: HTMLElement, bpmn: string, language: string, onSelect: (elementId: string | null) => void): Promise<OpenDrawing> {
  const viewer = new NavigatedViewer({ container, moddleExtensions });
  const { rootElement } = await viewer.get<Moddle>('moddle').fromXML(bpmn);
  translateNames(rootElement as ModdleElement, language);
  await viewer.importDefinitions(rootElement as never);
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<ElementRegistry>('elementRegistry');
  const overlays = viewer.get<Overlays>('overlays');
  const fitted = canvas.zoom('fit-viewport', 'auto');
  viewer.get<EventBus>('eventBus').on('element.click', ({ element }) => onSelect(element.id === canvas.getRootElement().id ? null : element.id));

  let marked: (readonly [elementId: string, marker: string])[] = [];
  let selected: string | null = null;
  let isPlaced = false;
  /** A drawing too large to be read as a whole opens where the tokens are. */
  const goToTokens = (elements: readonly ElementMark[]): void => {
    const where = elements.map(({ elementId, active }) => (active > 0 ? registry.get(elementId) : undefined)).filter((element) => element?.width !== undefined);
    const smallest = where.toSorted((a, b) => Number(a?.width) - Number(b?.width))[0];
    if (isPlaced || fitted > readable || smallest?.x === undefined) return;
    isPlaced = true;
    const { width, height } = canvas.viewbox().outer;
    const size = { width: width / comfortable, height: height / comfortable };
    canvas.viewbox({ x: smallest.x + Number(smallest.width) / 2 - size.width / 2, y: Number(smallest.y) + Number(smallest.height) / 2 - size.height / 2, ...size });
  };
  const addMarker = (elementId: string, marker: string): void => {
    if (!registry.get(elementId)) return;
    canvas.addMarker(elementId, marker);
    marked.push([elementId, marker]);
  };
  const addBadge = (elementId: string, className: string, text: string, left: boolean): void => {
    const element = registry.get(elementId);
    if (!element || element.waypoints !== undefined) return;
    const html = document.createElement('span');
    html.className = `lw-badge ${className}`;
    html.textContent = text;
    overlays.add(elementId, 'lw', { position: left ? { top: -11, left: -8 } : { top: -11, right: 12 }, html });
  };
  return {
    mark: (elements, flowsTaken, findings) => {
      for (const [elementId, marker] of marked) canvas.removeMarker(elementId, marker);
      marked = [];
      overlays.remove({ type: 'lw' });
      for (const mark of elements) {
        for (const marker of classesOf(mark)) addMarker(mark.elementId, marker);
        if (mark.incidents > 0) addBadge(mark.elementId, 'lw-badge-incident', `! ${mark.incidents}`, true);
        if (mark.active > 0) addBadge(mark.elementId, 'lw-badge-token', String(mark.active), false);
      }
      for (const flow of flowsTaken) addMarker(flow, 'lw-taken');
      goToTokens(elements);
      for (const [elementId, found] of findingsByElement(findings)) addBadge(elementId, `lw-badge-${worstOf(found)}`, String(found.length), true);
    },
    select: (elementId) => {
      if (selected !== null && registry.get(selected)) canvas.removeMarker(selected, 'lw-selected');
      selected = elementId !== null && registry.get(elementId) ? elementId : null;
      if (selected === null) return;
      canvas.addMarker(selected, 'lw-selected');
      canvas.scrollToElement(selected, { top: 60, bottom: 60, left: 60, right: 60 });
    },
    fit: () => canvas.zoom('fit-viewport', 'auto'),
    zoom: (factor) => canvas.zoom(canvas.zoom() * factor),
    close: () => viewer.destroy(),
  };
}
