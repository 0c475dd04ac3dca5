/** `2026-11-22T09:30:00.000Z` -> `2026-11-22 09:30 UTC`; anything else stays as it is. */
export function readableTime(iso: string): string {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z$/.exec(iso) ?? [];
  return date === undefined ? iso : `${date} ${time} UTC`;
}
