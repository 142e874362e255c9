import type { Finding } from '@loopwright/engine/contract';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../session/use-session.ts';
import { checkFile } from './files/check-file.ts';
import { dropDesign, keepDesign, readDesign, type DesignDraft, type DesignPlace, type FileKind } from './files/design-drafts.ts';

/** After so long without a change the file is kept and checked, in milliseconds. */
const pause = 500;

export interface EditingOptions {
  readonly kind: FileKind;
  /** Key of the definition, or `new`. */
  readonly definitionKey: string;
  readonly fileName: string;
  /** The file as deployed, or as new. */
  readonly text: string;
  /** The file as it stands in the editor; null while there is none. */
  readonly save: () => Promise<string | null>;
}

/** A file under edit: what the editor opens with, whether it differs from what is deployed, and what is wrong with it. */
export function useEditing({ kind, definitionKey, fileName, text, save }: EditingOptions) {
  const { tenantId, userId } = useSession();
  const place: DesignPlace = { tenantId, userId, kind, key: definitionKey };
  const [draft, setDraft] = useState<DesignDraft | null>(() => readDesign(place));
  const [opening, setOpening] = useState({ text: draft?.text ?? text, turn: 0 });
  const [isChanged, setIsChanged] = useState(draft !== null);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ place, save, fileName: draft?.fileName ?? fileName });
  latest.current = { place, save, fileName: draft?.fileName ?? fileName };
  useEffect(() => () => clearTimeout(timer.current), []);

  const check = async (isEdit: boolean): Promise<void> => {
    const current = await latest.current.save();
    if (current === null) return;
    if (isEdit) keepDesign(latest.current.place, { text: current, fileName: latest.current.fileName, at: new Date().toISOString() });
    setFindings(await checkFile(kind, current));
  };
  const reopen = (next: string, asDraft: DesignDraft | null): void => {
    clearTimeout(timer.current);
    setDraft(asDraft);
    setIsChanged(asDraft !== null);
    setOpening(({ turn }) => ({ text: next, turn: turn + 1 }));
  };
  return {
    opening,
    draft,
    isChanged,
    findings,
    fileName: latest.current.fileName,
    onOpen: () => void check(false),
    onChange: () => {
      setIsChanged(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void check(true), pause);
    },
    /** Goes back to what is deployed. */
    discard: () => {
      dropDesign(place);
      reopen(text, null);
    },
    /** Takes a file from the reader's machine. */
    importText: (imported: string, name: string) => {
      const next = { text: imported, fileName: name, at: new Date().toISOString() };
      keepDesign(place, next);
      reopen(imported, next);
    },
    /** What was edited is deployed. */
    settle: () => {
      clearTimeout(timer.current);
      dropDesign(place);
      setIsChanged(false);
    },
  };
}

export type Editing = ReturnType<typeof useEditing>;
