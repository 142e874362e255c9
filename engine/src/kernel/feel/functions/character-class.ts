/** A class in brackets as read: its text for RE2, and where it ends. */
export interface ClassReading {
  readonly text: string;
  readonly end: number;
}

type Escape = (position: number) => { readonly text: string; readonly end: number };

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Reads `[…]` at a position. A subtraction (`[A-Z-[OI]]`), which RE2 does not know, is carried out on the signs. */
export function readClass(source: string, start: number, escape: Escape): ClassReading {
  let at = start + 1;
  const negated = source.charAt(at) === '^';
  if (negated) at++;
  const first = at;
  let inside = '';
  while (at < source.length && (source.charAt(at) !== ']' || at === first)) {
    if (source.startsWith('-[', at)) return subtract(source, inside, negated, at + 1, escape);
    if (source.charAt(at) === '\\') {
      const piece = escape(at);
      inside += piece.text;
      at = piece.end;
    } else {
      const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
      inside += sign === '[' ? '\\[' : sign;
      at += sign.length;
    }
  }
  return { text: `[${negated ? '^' : ''}${inside}]`, end: at + 1 };
}

function subtract(source: string, inside: string, negated: boolean, at: number, escape: Escape): ClassReading {
  const removed = readClass(source, at, escape);
  const left = difference(spansOf(inside, negated), spansOf(...partsOf(removed.text)));
  const text = left.map(({ from, to }) => `\\x{${from.toString(16)}}-\\x{${to.toString(16)}}`).join('');
  return { text: text === '' ? '[^\\x{0}-\\x{10ffff}]' : `[${text}]`, end: removed.end + 1 };
}

const partsOf = (text: string): [string, boolean] => (text.startsWith('[^') ? [text.slice(2, -1), true] : [text.slice(1, -1), false]);

const last = 0x10ffff;

const shorthand: Readonly<Record<string, readonly Span[]>> = {
  d: [{ from: 48, to: 57 }],
  s: [{ from: 9, to: 10 }, { from: 12, to: 13 }, { from: 32, to: 32 }],
  w: [{ from: 48, to: 57 }, { from: 65, to: 90 }, { from: 95, to: 95 }, { from: 97, to: 122 }],
};

const control: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9 };

/** The signs that the inside of a class holds, ascending. */
function spansOf(inside: string, negated: boolean): readonly Span[] {
  const spans: Span[] = [];
  const pattern = /\\x\{([0-9a-fA-F]+)\}|\\([dsw])|\\(.)|([^])/gu;
  const tokens = [...inside.matchAll(pattern)];
  for (let i = 0; i < tokens.length; i++) {
    const whole = shorthand[tokens[i]?.[2] ?? ''];
    if (whole) {
      spans.push(...whole);
      continue;
    }
    const from = pointOf(tokens[i]);
    const isSpan = tokens[i + 1]?.[4] === '-' && i + 2 < tokens.length;
    spans.push({ from, to: isSpan ? pointOf(tokens[i + 2]) : from });
    if (isSpan) i += 2;
  }
  const ascending = spans.toSorted((a, b) => a.from - b.from);
  return negated ? difference([{ from: 0, to: last }], ascending) : ascending;
}

function pointOf(token: RegExpMatchArray | undefined): number {
  if (token?.[1]) return Number.parseInt(token[1], 16);
  return control[token?.[3] ?? ''] ?? (token?.[3] ?? token?.[4] ?? '').codePointAt(0) ?? 0;
}

function difference(spans: readonly Span[], removed: readonly Span[]): readonly Span[] {
  let left = [...spans];
  for (const { from, to } of removed) {
    left = left.flatMap((span) => {
      if (span.to < from || span.from > to) return [span];
      return [{ from: span.from, to: from - 1 }, { from: to + 1, to: span.to }].filter((rest) => rest.from <= rest.to);
    });
  }
  return left;
}
