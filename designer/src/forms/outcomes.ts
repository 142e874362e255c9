import { buttonsOf, textIn, type FormSchema } from '@loopwright/engine/forms';

export type { FormSchema };

/** A way to finish a form: its button. */
export interface Outcome {
  /** Value of the variable `outcome`; empty where the form's button has none. */
  readonly id: string;
  readonly label: string;
  readonly tone: 'primary' | 'good' | 'warn' | 'bad' | 'neutral';
}

const tones: Readonly<Record<string, Outcome['tone']>> = { primary: 'primary', success: 'good', warning: 'warn', danger: 'bad' };

/** The buttons of a form as outcomes, in their order, in the language asked for. */
export function outcomesOf(schema: FormSchema, language: string): Outcome[] {
  return buttonsOf(schema.components).map((button) => ({
    id: button.properties?.outcome ?? '',
    label: textIn(schema, button.label ?? '', language),
    tone: tones[String((button as { theme?: string }).theme)] ?? 'neutral',
  }));
}

/** Reads the text of a form as it is deployed. @returns null where it is no form */
export function parseForm(text: string): FormSchema | null {
  try {
    const schema: unknown = JSON.parse(text);
    return schema !== null && typeof schema === 'object' && 'components' in schema && Array.isArray(schema.components) ? (schema as FormSchema) : null;
  } catch {
    return null;
  }
}
