import type { FileKind } from './design-drafts.ts';

/** What each kind of file is called, and which files are taken for it. */
export const fileKinds: Readonly<Record<FileKind, { readonly extension: string; readonly accept: string; readonly mediaType: string }>> = {
  processes: { extension: '.bpmn', accept: '.bpmn,.xml', mediaType: 'application/xml' },
  decisions: { extension: '.dmn', accept: '.dmn,.xml', mediaType: 'application/xml' },
  forms: { extension: '.form.json', accept: '.json,.form', mediaType: 'application/json' },
};

/** The kind of a file by its content, null where it is none of ours. */
export function kindOfContent(text: string): FileKind | null {
  const head = text.slice(0, 4_000);
  if (/^\s*\{/.test(head)) return 'forms';
  if (/spec\/DMN\//.test(head)) return 'decisions';
  return /spec\/BPMN\//.test(head) ? 'processes' : null;
}

/** A name that the server takes for this kind of file. */
export function nameFor(kind: FileKind, name: string): string {
  const stem = name.replace(/(\.form)?\.(bpmn|dmn|xml|json|form)$/i, '') || 'new';
  return `${stem}${fileKinds[kind].extension}`;
}
