import { useFormats } from './formats.ts';

/** An instant as the reader's clock has it; `relative` says how far from now, with the exact time on hovering. */
export function Instant({ at, relative = false }: { readonly at: string; readonly relative?: boolean }) {
  const formats = useFormats();
  const exact = formats.dateTime(at);
  return (
    <time dateTime={at} title={relative ? exact : formats.timeZone}>
      {relative ? formats.fromNow(at) : exact}
    </time>
  );
}
