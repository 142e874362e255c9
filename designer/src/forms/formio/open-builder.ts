import WebformBuilder from '@formio/js/lib/mjs/WebformBuilder';
import Button from '@formio/js/lib/mjs/components/button/Button';
import Components from '@formio/js/lib/mjs/components/Components';
import Templates from '@formio/js/lib/mjs/templates/Templates';
import type { FormComponent, FormSchema } from '@loopwright/engine/forms';
import * as builderTemplates from './builder-templates.ts';
import { allowOnlyOurs, cageFormio } from './caged-formio.ts';
import { formioTexts } from './formio-texts.ts';
import { palette, paletteInChinese } from './palette.ts';

/** A component that was chosen on the canvas. */
export interface EditedComponent {
  readonly component: FormComponent;
  /** Puts another in its place. */
  replace(next: FormComponent): void;
}

/** A form that is being built. */
export interface OpenBuilder {
  components(): FormComponent[];
  close(): void;
}

export interface BuilderOptions {
  readonly language: string;
  readonly onChange: () => void;
  readonly onEdit: (edited: EditedComponent | null) => void;
}

interface Container extends HTMLElement {
  readonly formioContainer?: FormComponent[];
  readonly formioComponent: { rebuild(): Promise<unknown> | undefined };
}

interface BuilderInstance {
  readonly options: { readonly onEdit: BuilderOptions['onEdit'] };
  readonly container: FormComponent[];
  readonly schema: { readonly components: FormComponent[] };
  readonly ready: Promise<unknown>;
  setForm(form: object): Promise<unknown>;
  build(element: HTMLElement): Promise<unknown>;
  on(event: string, listener: () => void): void;
  emit(event: string, ...more: unknown[]): void;
  destroy(all?: boolean): void;
}

const Base = WebformBuilder as unknown as new (element: HTMLElement, options: object) => BuilderInstance;

/** Form.io's palette and canvas; what is chosen is edited in our own panel instead of its dialog. */
class PanelBuilder extends Base {
  hasEditTabs(): boolean {
    return true;
  }

  editComponent(component: FormComponent, parent: Container | null, _isNew: boolean, _asJson: unknown, original: FormComponent | null): void {
    const container = parent?.formioContainer ?? this.container;
    let current = original ?? container.find(({ key }) => key === component.key) ?? component;
    this.options.onEdit({
      component,
      replace: (next) => {
        const index = container.indexOf(current);
        if (index === -1) return;
        current = structuredClone(next);
        container[index] = current;
        void Promise.resolve(parent?.formioComponent.rebuild()).then(() => this.emit('change', {}));
      },
    });
  }
}

/** Opens a form for building inside the cage. */
export async function openBuilder(element: HTMLElement, schema: FormSchema, { language, onChange, onEdit }: BuilderOptions): Promise<OpenBuilder> {
  cageFormio();
  allowOnlyOurs();
  Components.setComponent('button', Button);
  Templates.current = Object.fromEntries(Object.entries(builderTemplates).map(([name, form]) => [name, { form }]));
  const builder = new PanelBuilder(element, {
    language,
    i18n: { en: formioTexts['en'], 'zh-CN': { ...formioTexts['zh-CN'], ...paletteInChinese }, [language]: { ...formioTexts[language], ...(language === 'zh-CN' && paletteInChinese), ...schema.i18n?.[language] } },
    builder: structuredClone(palette),
    noDefaultSubmitButton: true,
    noAddSubmitButton: true,
    keyboardBuilder: true,
    sideBarScroll: false,
    template: 'bootstrap',
    onEdit,
  });
  await builder.setForm({ display: 'form', components: structuredClone(schema.components) });
  await builder.build(element);
  builder.on('change', onChange);
  builder.on('removeComponent', () => onEdit(null));
  return { components: () => builder.schema.components, close: () => builder.destroy(true) };
}
