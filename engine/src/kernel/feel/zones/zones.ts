import { civilFromDays, daysFromCivil, daysOfMonth, secondsOfDay, weekdayOf } from '../temporal/civil.ts';
import { zoneTable } from './zone-table.ts';

/** One change of a yearly rule: the week-th weekday (0 = Sunday, week 5 = last) of a month, at a second of that day. */
interface Change {
  readonly month: number;
  readonly week: number;
  readonly weekday: number;
  readonly second: number;
}

interface Rule {
  readonly standard: number;
  readonly daylight: number;
  readonly begins: Change;
  readonly ends: Change;
}

interface Zone {
  readonly initial: number;
  /** Epoch seconds of the transitions, ascending. */
  readonly at: readonly number[];
  /** Offset that each transition starts. */
  readonly offset: readonly number[];
  readonly rule: Rule | null;
}

let index: Map<string, string> | null = null;
const zones = new Map<string, Zone>();

function tableIndex(): Map<string, string> {
  if (index) return index;
  index = new Map();
  for (const line of zoneTable.trim().split('\n')) {
    const cut = line.indexOf('|');
    for (const name of line.slice(0, cut).split(',')) index.set(name, line.slice(cut + 1));
  }
  return index;
}

export const isKnownZone = (name: string): boolean => tableIndex().has(name);

export const zoneNames = (): string[] => [...tableIndex().keys()];

function readRule(text: string): Rule | null {
  if (!text) return null;
  const [standard = '', daylight = '', begins = '', ends = ''] = text.split(',');
  return { standard: Number(standard), daylight: Number(daylight), begins: readChange(begins), ends: readChange(ends) };
}

function readChange(text: string): Change {
  const [month = 1, week = 1, weekday = 0, second = 0] = text.split('.').map(Number);
  return { month, week, weekday, second };
}

function readZone(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const line = tableIndex().get(name);
  if (line === undefined) throw new Error(`unknown zone ${name}`);
  const [offsetTexts = '', steps = '', rule = ''] = line.split('|');
  const offsets = offsetTexts.split(' ').map((text) => Number.parseInt(text, 36));
  let last = 0;
  const at: number[] = [];
  const offset: number[] = [];
  for (const step of steps ? steps.split(' ') : []) {
    const [distance = '', start = ''] = step.split('.');
    last += Number.parseInt(distance, 36) * 30;
    at.push(last);
    offset.push(offsets[Number.parseInt(start, 36)] ?? 0);
  }
  const zone = { initial: offsets[0] ?? 0, at, offset, rule: readRule(rule) };
  zones.set(name, zone);
  return zone;
}

function localSecondOf({ month, week, weekday, second }: Change, year: number): number {
  const first = daysFromCivil(year, month, 1);
  let day = first + ((weekday - (weekdayOf(first) % 7) + 7) % 7) + (week - 1) * 7;
  while (day >= first + daysOfMonth(year, month)) day -= 7;
  return day * secondsOfDay + second;
}

function offsetByRule(rule: Rule, second: number): number {
  const { year } = civilFromDays(Math.floor((second + rule.standard) / secondsOfDay));
  const begins = localSecondOf(rule.begins, year) - rule.standard;
  const ends = localSecondOf(rule.ends, year) - rule.daylight;
  const daylight = begins < ends ? second >= begins && second < ends : second >= begins || second < ends;
  return daylight ? rule.daylight : rule.standard;
}

/** Offset of a zone at an instant in epoch seconds, seconds east of UTC. Before 1970 the zone's first offset since then holds. */
export function offsetAt(name: string, second: number): number {
  const { initial, at, offset, rule } = readZone(name);
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) <= second) low = middle + 1;
    else high = middle;
  }
  if (low === at.length && rule) return offsetByRule(rule, second);
  return low === 0 ? initial : (offset[low - 1] ?? initial);
}

/**
 * Offset of a local time in a zone. Where clocks go back the earlier offset holds, unless `preferred` is the later one;
 * where they go forward a time that does not exist moves on by `shift` seconds.
 */
export function offsetOfLocal(name: string, localSecond: number, preferred: number | null): { readonly offset: number; readonly shift: number } {
  const before = offsetAt(name, localSecond - largestOffset);
  const after = offsetAt(name, localSecond + largestOffset);
  const candidates = [...new Set([before, after, offsetAt(name, localSecond - before), offsetAt(name, localSecond - after)])];
  const valid = candidates.filter((offset) => offsetAt(name, localSecond - offset) === offset);
  if (preferred !== null && valid.includes(preferred)) return { offset: preferred, shift: 0 };
  if (valid.length > 0) return { offset: Math.max(...valid), shift: 0 };
  const gapStart = Math.min(...candidates);
  const gapEnd = Math.max(...candidates);
  return { offset: gapEnd, shift: gapEnd - gapStart };
}

const largestOffset = 86_400;

/** The offset a zone keeps outside daylight saving, as of its last known rule. */
export function standardOffset(name: string): number {
  const { initial, offset, rule } = readZone(name);
  return rule ? Math.min(rule.standard, rule.daylight) : (offset.at(-1) ?? initial);
}
