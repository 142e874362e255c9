const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** A length of time in milliseconds, in its two largest units. */
export function durationIn(language: string, milliseconds: number): string {
  const first = units.findIndex(([, size]) => milliseconds >= size);
  if (first === -1) return part(language, 'millisecond', Math.max(0, Math.round(milliseconds)));
  let left = milliseconds;
  const parts = units.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return [unit, count] as const;
  });
  return parts
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => part(language, unit, count))
    .join(' ');
}

function part(language: string, unit: string, count: number): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'narrow' }).format(count);
}
