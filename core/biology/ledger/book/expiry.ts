import { addDays } from '../../../base/calendar-day.ts';
import { type EventFacts, forbid, type Material } from './book.ts';
import { isOver, type MaterialState } from './states.ts';

/** Whether a day, with a time or without, lies behind the last moment. Undefined where the time would have to be known. */
function isPast(expires: string, day: string, time?: string): boolean | undefined {
  const [lastDay = '', lastTime] = expires.split('T');
  if (day !== lastDay || lastTime === undefined) return day > lastDay;
  return time === undefined ? undefined : time > lastTime;
}

/** Forbids `material-expired`, and `expiry-time` where the hour decides and is not said. */
export function checkExpiry({ id, expires }: Material, facts: EventFacts, time?: string, path = 'material'): void {
  if (expires === undefined) return;
  const past = isPast(expires, facts.on, time);
  if (past === true) forbid(facts, 'material-expired', expired, { material: id, expires: shown(expires) }, path);
  else if (past === undefined) forbid(facts, 'expiry-time', timeNeeded, { material: id, expires: shown(expires) }, 'time');
}

/** So many hours after a moment. */
export function hoursLater(day: string, time: string, hours: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = hour * 60 + minute + Math.round(hours * 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${addDays(day, Math.floor(minutes / 1440))}T${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;
}

/** The state as it is on a day: what may no longer be used is expired. A hold and a rejection stay in sight. */
export const stateOn = ({ state, expires }: Material, day: string | undefined): MaterialState | 'expired' =>
  day !== undefined && expires !== undefined && !isOver(state) && !kept.includes(state) && isPast(expires, day) === true
    ? 'expired'
    : state;

const kept: readonly MaterialState[] = ['on-hold', 'rejected'];

const shown = (expires: string): string => expires.replace('T', ' ');

const expired = { en: '{material} expired on {expires}.', ja: '{material}は有効期限({expires})を過ぎています。' };
const timeNeeded = {
  en: '{material} expires on {expires}: the time of the act is needed.',
  ja: '{material}の有効期限は{expires}です。実施時刻の記入が必要です。',
};
