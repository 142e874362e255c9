export type Urgency = 'overdue' | 'soon' | 'later';

const soon = 24 * 3_600_000;

/** `due` in ISO 8601, `now` in epoch milliseconds. Soon is within 24 hours. */
export function urgencyOf(due: string, now: number): Urgency {
  const left = Date.parse(due) - now;
  return left < 0 ? 'overdue' : left < soon ? 'soon' : 'later';
}
