/** iCalendar (RFC 5545): a whole-day event a dose, without anything of a person. */
export function calendarOf(events: readonly { readonly date: string; readonly title: string }[]): string {
  const compact = (date: string) => date.replaceAll('-', '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lymphoscope//schedule//EN',
    ...events.flatMap(({ date, title }, i) => [
      'BEGIN:VEVENT',
      `UID:${compact(date)}-${i + 1}@lymphoscope`,
      `DTSTAMP:${compact(date)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(date)}`,
      `SUMMARY:${title}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
