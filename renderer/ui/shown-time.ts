import { localTime } from '../../core/base/local-time.ts';

/** An instant (ISO 8601) by the clock of the person who looks, with its distance from UTC: `2026-11-30 14:21 +09:00`. */
export const shownTime = (at: string): string => localTime(at, Intl.DateTimeFormat().resolvedOptions().timeZone);
