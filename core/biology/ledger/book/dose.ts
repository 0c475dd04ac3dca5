import type { CalendarDay } from '../../../base/calendar-day.ts';

/** A dose as it was planned, and what became of it. */
export interface Dose {
  readonly material: string;
  readonly planned: number;
  readonly nk: number | undefined;
  /** NK cells in percent of the viable ones. */
  readonly nkPercent: number | undefined;
  /** The most that may be given at once. */
  readonly cap: number;
  readonly outcome?: 'full' | 'partial' | 'missed';
  readonly given?: number;
  readonly on?: CalendarDay;
  /** When on that day, where it was written down. */
  readonly time?: string | undefined;
}

/** A day on which a dose of a lot is to be given, and those before it on which its bag is thawed and cultured again. */
export interface PlannedDose {
  readonly lot: string;
  readonly number: number;
  readonly on: CalendarDay;
  readonly thaw?: CalendarDay | undefined;
  readonly reculture?: CalendarDay | undefined;
}
