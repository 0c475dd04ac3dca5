import { type CalendarDay, calendarDay } from './calendar-day.ts';

/** Why a date as a person wrote it is not taken; it is never guessed. */
export type DateRefusal = 'date-unreadable' | 'date-impossible' | 'date-outside-era' | 'date-ambiguous';

interface Era {
  readonly names: readonly string[];
  /** The year before its first. */
  readonly offset: number;
  readonly first: CalendarDay;
  readonly last: CalendarDay;
}

const eras: readonly Era[] = [
  { names: ['R', '令和'], offset: 2018, first: '2019-05-01', last: '9999-12-31' },
  { names: ['H', '平成'], offset: 1988, first: '1989-01-08', last: '2019-04-30' },
  { names: ['S', '昭和'], offset: 1925, first: '1926-12-25', last: '1989-01-07' },
  { names: ['T', '大正'], offset: 1911, first: '1912-07-30', last: '1926-12-24' },
];

/**
 * A date as Japanese and international forms write it: year, month and day with 年月日, slashes, points, hyphens or nothing between them,
 * years of an era, full-width digits. Two numbers before the year, or a year of two digits, could be read in two ways and are refused.
 */
export function readWrittenDate(written: string): { readonly day: CalendarDay } | { readonly refusal: DateRefusal } {
  const text = written.normalize('NFKC').trim();
  const ofEra = /^(令和|平成|昭和|大正|[RHST])\s*(元|\d{1,2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/i.exec(text);
  if (ofEra !== null) {
    const era = eras.find(({ names }) => names.includes(ofEra[1]!.toUpperCase()))!;
    const year = ofEra[2] === '元' ? 1 : Number(ofEra[2]);
    const day = year === 0 ? undefined : calendarDay(era.offset + year, Number(ofEra[3]), Number(ofEra[4]));
    if (day === undefined) return { refusal: 'date-impossible' };
    return day < era.first || day > era.last ? { refusal: 'date-outside-era' } : { day };
  }
  const whole = /^(\d{4})\s*(?:[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?)$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (whole !== null) {
    const day = calendarDay(Number(whole[1]), Number(whole[2]), Number(whole[3]));
    return day === undefined ? { refusal: 'date-impossible' } : { day };
  }
  return { refusal: /^\d{1,2}[./-]\d{1,2}[./-](\d{2}|\d{4})$/.test(text) ? 'date-ambiguous' : 'date-unreadable' };
}

/** A date as it is kept, where what was written is certain; else as it was written, to be refused where it is checked. */
export function dayOf(written: string): string {
  const read = readWrittenDate(written);
  return 'day' in read ? read.day : written.trim();
}

/** How dates are shown: of the western calendar, or by the era, R8.6.1. */
export const dateStyles = ['western', 'era'] as const;
export type DateStyle = (typeof dateStyles)[number];

/** A day as it is shown; one before the eras that are known stays western. */
export function writtenDay(day: CalendarDay, style: DateStyle): string {
  const era = style === 'western' ? undefined : eras.find(({ first, last }) => day >= first && day <= last);
  if (era === undefined) return day;
  const [year = 0, month, dayOfMonth] = day.split('-').map(Number);
  return `${era.names[0]}${year - era.offset}.${month}.${dayOfMonth}`;
}
