import { addDays } from '../../base/calendar-day.ts';
import { type DateStyle, writtenDay } from '../../base/written-date.ts';
import { formatValue } from '../plot/number-format.ts';

/** Days that are in sight; day 0 is that of the first dose. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface TimeTick {
  readonly day: number;
  /** The day, or within one the clock. */
  readonly label: string;
  /** The calendar's; undefined within a day. */
  readonly date: string | undefined;
}

const HOUR = 1 / 24;
const steps = [HOUR / 4, HOUR, 3 * HOUR, 6 * HOUR, 0.5, 1, 2, 7, 14, 28, 56, 91, 182, 365, 730, 1825] as const;

/** About as many ticks as fit, at hours, days or weeks. */
export function timeTicks({ from, to }: Span, most: number, start: string | undefined, style: DateStyle): readonly TimeTick[] {
  const step = steps.find((one) => one >= (to - from) / most) ?? Math.ceil((to - from) / most);
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const day = Number(((first + i) * step).toFixed(6));
    const whole = Math.floor(day + 1e-6);
    const isWhole = Math.abs(day - whole) < 1e-4;
    const minutes = Math.round((day - whole) * 1440);
    return {
      day,
      label: isWhole ? formatValue(whole) : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
      date: isWhole && start !== undefined ? writtenDay(addDays(start, whole), style) : undefined,
    };
  });
}
