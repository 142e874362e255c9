import { describe, expect, it } from 'vitest';
import { formatsFor } from './formats.ts';

const english = formatsFor('en', 'Asia/Shanghai');
const chinese = formatsFor('zh-CN', 'Asia/Shanghai');

describe('formats', () => {
  it('shows an instant in the zone of the reader', () => {
    expect(chinese.dateTime('2026-03-03T17:05:00Z')).toBe('2026年3月4日 01:05');
    expect(english.date('2026-03-03T17:05:00Z')).toBe('Mar 4, 2026');
  });

  it('shows a day as that day in every zone', () => {
    expect(formatsFor('en', 'America/Los_Angeles').day('2026-03-03')).toBe('Mar 3, 2026');
  });

  it('says how far an instant is from now', () => {
    const now = Date.parse('2026-03-03T12:00:00Z');
    expect(english.fromNow('2026-03-05T13:00:00Z', now)).toBe('in 2 days');
    expect(english.fromNow('2026-03-02T11:00:00Z', now)).toBe('yesterday');
    expect(chinese.fromNow('2026-03-03T09:00:00Z', now)).toBe('3小时前');
    expect(english.fromNow('2026-03-03T12:00:20Z', now)).toBe('this minute');
  });

  it('shows money with its currency', () => {
    expect(english.money(1234.5, 'CNY').replace(/\u00a0/g, ' ')).toBe('CNY 1,234.50');
  });

  it('takes the text of the language, else the one of the drawing', () => {
    const names = { default: 'Approve', 'zh-CN': '批准' };
    expect(chinese.inLanguage(names)).toBe('批准');
    expect(english.inLanguage(names)).toBe('Approve');
    expect(english.inLanguage({})).toBe('');
  });
});
