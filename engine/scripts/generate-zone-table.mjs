#!/usr/bin/env node
/**
 * Writes src/kernel/feel/zones/zone-table.ts from the compiled IANA time-zone files of this machine.
 * usage: node engine/scripts/generate-zone-table.mjs [zoneinfo folder]
 *
 * A line a zone: names (the first is canonical, the rest link to it) | offsets in seconds, base 36 | transitions since 1970 | rule thereafter.
 * A transition is its distance from the one before in half minutes (base 36, the first from the epoch) and, after a dot, the index of the offset it starts;
 * the offset before the first transition is offset 0. A rule is standard and daylight offset and the two changes, each month.week.weekday.second-of-day.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '/usr/share/zoneinfo';
const target = new URL('../src/kernel/feel/zones/zone-table.ts', import.meta.url);
const source = readFileSync(join(folder, 'tzdata.zi'), 'utf8');
const version = /^# version (\S+)/.exec(source)?.[1];
if (!version) throw new Error(`${folder}/tzdata.zi does not name its version`);

const links = new Map();
for (const line of source.split('\n')) {
  const [kind, first, second] = line.split(' ');
  if (kind === 'Z') links.set(first, links.get(first) ?? []);
  if (kind === 'L') links.set(first, [...(links.get(first) ?? []), second]);
}

function readCompiled(name) {
  const bytes = readFileSync(join(folder, name));
  const counts = (at) => [0, 1, 2, 3, 4, 5].map((i) => bytes.readUInt32BE(at + 20 + 4 * i));
  const size = ([utc, std, leaps, times, types, chars], width) => times * (width + 1) + types * 6 + chars + leaps * (width + 4) + std + utc;
  const second = 44 + size(counts(0), 4);
  const [, , , times, types] = counts(second);
  const start = second + 44;
  const typesAt = start + times * 9;
  const offsets = Array.from({ length: types }, (_, i) => bytes.readInt32BE(typesAt + 6 * i));
  const transitions = Array.from({ length: times }, (_, i) => ({
    at: Number(bytes.readBigInt64BE(start + 8 * i)),
    offset: offsets[bytes[start + 8 * times + i]],
  }));
  const footer = bytes.subarray(second + 44 + size(counts(second), 8)).toString('latin1').trim();
  return { first: offsets[0], transitions, footer };
}

function readRule(footer) {
  const name = '(?:<[^>]+>|[A-Za-z]+)';
  const clock = '[+-]?\\d+(?::\\d+)?(?::\\d+)?';
  const match = new RegExp(`^${name}(${clock})(?:${name}(${clock})?,M(\\d+)\\.(\\d)\\.(\\d)(?:/(${clock}))?,M(\\d+)\\.(\\d)\\.(\\d)(?:/(${clock}))?)?$`).exec(footer);
  if (!match) throw new Error(`unknown rule ${footer}`);
  const seconds = (text) => {
    const [hour, minute = 0, second = 0] = text.replace(/^[+-]/, '').split(':').map(Number);
    return (text.startsWith('-') ? -1 : 1) * (hour * 3600 + minute * 60 + second);
  };
  const standard = -seconds(match[1]) || 0;
  if (!match[3]) return { standard, text: '' };
  const daylight = match[2] ? -seconds(match[2]) || 0 : standard + 3600;
  const change = (i) => [match[i], match[i + 1], match[i + 2], seconds(match[i + 3] ?? '2')].join('.');
  const changes = [change(3), change(7)];
  return { standard, daylight, changes, text: [standard, daylight, ...changes].join(',') };
}

function daysFromCivil(year, month, day) {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

function changeOf(text, year, before) {
  const [month, week, weekday, second] = text.split('.').map(Number);
  const first = daysFromCivil(year, month, 1);
  const firstWeekday = (((first + 4) % 7) + 7) % 7;
  let day = first + ((weekday - firstWeekday + 7) % 7) + (week - 1) * 7;
  const length = daysFromCivil(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - first;
  while (day >= first + length) day -= 7;
  return day * 86_400 + second - before;
}

/** Drops the transitions at the end that the rule foretells, and says from which second on the rule holds. */
function withoutForetold(transitions, rule) {
  if (!rule.changes) return { kept: transitions, cut: transitions.length };
  let cut = transitions.length;
  while (cut > 0) {
    const { at, offset } = transitions[cut - 1];
    const year = new Date(at * 1000).getUTCFullYear();
    const starts = changeOf(rule.changes[0], year, rule.standard);
    const ends = changeOf(rule.changes[1], year, rule.daylight);
    if (!((at === starts && offset === rule.daylight) || (at === ends && offset === rule.standard))) break;
    cut--;
  }
  return { kept: transitions.slice(0, Math.min(transitions.length, cut + 1)) };
}

const lines = new Map();
for (const [name, others] of links) {
  const { first, transitions, footer } = readCompiled(name);
  const rule = readRule(footer);
  const before = transitions.filter(({ at }) => at <= 0);
  const start = before.at(-1)?.offset ?? first;
  const since = transitions.filter(({ at }) => at > 0).filter(({ offset }, i, all) => offset !== (all[i - 1]?.offset ?? start));
  const { kept } = withoutForetold(since, rule);
  const offsets = [start];
  let last = 0;
  const steps = kept.map(({ at, offset }) => {
    if (!offsets.includes(offset)) offsets.push(offset);
    if (at % 30 !== 0) throw new Error(`${name}: ${at} is not on a half minute`);
    const step = `${((at - last) / 30).toString(36)}.${offsets.indexOf(offset).toString(36)}`;
    last = at;
    return step;
  });
  const body = [offsets.map((offset) => offset.toString(36)).join(' '), steps.join(' '), rule.text].join('|');
  lines.set(body, [...(lines.get(body) ?? []), name, ...others]);
}
const table = [...lines].map(([body, names]) => `${names.join(',')}|${body}`).sort();
writeFileSync(
  target,
  `/** Generated by scripts/generate-zone-table.mjs, which tells the format. Do not edit. */
export const zoneTableVersion = '${version}';

export const zoneTable = \`
${table.join('\n')}
\`;
`,
);
console.log(`${links.size} zones, ${table.length} lines, ${table.join('\n').length} characters, version ${version}`);
