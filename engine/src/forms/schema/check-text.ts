import type { Report } from './report.ts';

/** Texts are shown as they stand: what would be read as HTML or as a template is refused. */
export function checkText(text: string, path: string, where: string, report: Report): void {
  if (/<[a-zA-Z/!?]/.test(text)) report(path, 'form-html', `The ${where} holds HTML; forms show plain text.`);
  if (/\{\{|\{%/.test(text)) report(path, 'form-template', `The ${where} holds a template ("{{" or "{%"), which would run as code.`);
}
