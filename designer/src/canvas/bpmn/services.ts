/** Services of bpmn-js, as far as the pages use them. */
export interface DrawnElement {
  readonly id: string;
  readonly waypoints?: unknown;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly businessObject: { readonly $type: string; readonly name?: string };
}

export interface Canvas {
  zoom(): number;
  zoom(scale: number | 'fit-viewport', center?: 'auto'): number;
  viewbox(): { readonly outer: { readonly width: number; readonly height: number } };
  viewbox(box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): void;
  addMarker(elementId: string, marker: string): void;
  removeMarker(elementId: string, marker: string): void;
  scrollToElement(elementId: string, padding?: object): void;
  getRootElement(): { readonly id: string };
}

export interface ElementRegistry {
  get(elementId: string): DrawnElement | undefined;
}

export interface Overlays {
  add(elementId: string, type: string, overlay: { position: object; html: HTMLElement }): string;
  remove(filter: { type: string }): void;
}

export interface EventBus {
  on(event: string, listener: (event: { readonly element: DrawnElement; readonly newSelection: readonly DrawnElement[] }) => void): void;
}

export interface Moddle {
  fromXML(xml: string): Promise<{ rootElement: unknown }>;
}

export interface Selection {
  select(elements: DrawnElement | null): void;
}
