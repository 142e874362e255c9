/** A value as it stands in the drawing: FEEL when it begins with `=`, else the text itself. */
export type ExpressionText = string;

export const isFeel = (text: ExpressionText): boolean => text.startsWith('=');

/** The FEEL source without its `=`. */
export const feelSource = (text: ExpressionText): string => text.slice(1);
