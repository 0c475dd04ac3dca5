const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const;

/**
 * The day of an acquisition as an ISO date, from $DATE (dd-mmm-yyyy, FCS 3.1 section 3.2.20) or $BEGINDATETIME (ISO 8601, FCS 3.2).
 * Undefined where it is neither or no day of the calendar: an order must not be guessed.
 */
export function acquiredOn(written: string | undefined): string | undefined {
  const text = written?.trim() ?? '';
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(text) ?? [];
  const [, day, name = '', year] = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(text) ?? [];
  const month = isoMonth ?? (months.indexOf(name.toUpperCase() as (typeof months)[number]) + 1).toString().padStart(2, '0');
  const iso = `${isoYear ?? year}-${month}-${(isoDay ?? day ?? '').padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== iso ? undefined : iso;
}
