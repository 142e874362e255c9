import { beforeEach, expect, it } from 'vitest';
import { dropDraft, dropOldDrafts, keepDraft, readDraft } from './drafts.ts';

/** As much of a browser's storage as drafts use. */
function openStorage(room = Infinity): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException('no room', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

const chen = { tenantId: 'demo', userId: 'chen', of: 'task/1' };
let storage: Storage;
beforeEach(() => (storage = openStorage()));

it('gives back what was kept, to the same person and task only', () => {
  keepDraft(chen, { values: { comment: '好的' }, at: '2026-03-03T10:00:00Z' }, storage);
  expect(readDraft(chen, storage)?.values).toEqual({ comment: '好的' });
  expect(readDraft({ ...chen, userId: 'lin' }, storage)).toBeNull();
  expect(readDraft({ ...chen, of: 'task/11' }, storage)).toBeNull();
});

it('forgets what was sent', () => {
  keepDraft(chen, { values: {}, at: '2026-03-03T10:00:00Z' }, storage);
  dropDraft(chen, storage);
  expect(readDraft(chen, storage)).toBeNull();
});

it('says when there is no room', () => {
  expect(keepDraft(chen, { values: { comment: 'long'.repeat(100) }, at: '2026-03-03T10:00:00Z' }, openStorage(50))).toBe(false);
});

it('forgets what is old and what is broken, nothing else', () => {
  keepDraft(chen, { values: {}, at: '2026-01-01T10:00:00Z' }, storage);
  keepDraft({ ...chen, of: 'task/2' }, { values: {}, at: '2026-05-01T10:00:00Z' }, storage);
  storage.setItem('loopwright.draft/demo/chen/broken', '{');
  storage.setItem('loopwright.language', 'en');
  dropOldDrafts(Date.parse('2026-05-02T10:00:00Z'), storage);
  expect(storage.length).toBe(2);
  expect(readDraft({ ...chen, of: 'task/2' }, storage)).not.toBeNull();
});
