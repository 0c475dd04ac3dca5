import { expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../../core/base/calendar-day.ts';
import { readWrittenDate, writtenDay } from '../../../../core/base/written-date.ts';
import { seedRandom } from '../../../../test-data/random.ts';

const random = seedRandom('dates');
const [first, last] = ['1912-07-30', '2099-12-31'];
const anyDay = (): string => addDays(first, Math.floor(random.uniform() * daysBetween(first, last)));
const wide = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const kanji = { R: '令和', H: '平成', S: '昭和', T: '大正' } as const;

/** Every form that is accepted, of one day. */
function formsOf(day: string): readonly string[] {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const [, era, ofEra] = /^([RHST])(\d+)\./.exec(writtenDay(day, 'era')) as unknown as [string, keyof typeof kanji, string];
  const inEra = Number(ofEra) === 1 ? '元' : ofEra;
  const forms = [
    ...[day, `${year}/${month}/${date}`, `${year}.${month}.${date}`, `${year}年${month}月${date}日`, day.replaceAll('-', '')],
    ...[`${era}${ofEra}.${month}.${date}`, `${era.toLowerCase()}${ofEra}/${month}/${date}`, `${kanji[era]}${inEra}年${month}月${date}日`],
  ];
  return [...forms, ...forms.map(wide)];
}

it('10,000 dates are read back exactly from every form', () => {
  let read = 0;
  while (read < 10_000) {
    const day = anyDay();
    for (const form of formsOf(day)) {
      expect(readWrittenDate(form), form).toEqual({ day });
      read++;
    }
  }
});

it('1,000 wrong dates are refused: impossible, two-digit years, day first, outside their era', () => {
  for (let n = 0; n < 250; n++) {
    const [year, month, date] = anyDay().split('-') as [string, string, string];
    const wrong = [
      `${year}-${month}-${32 + Math.floor(random.uniform() * 60)}`,
      `${date}/${month}/${year.slice(2)}`,
      `${date}/${month}/${year}`,
      `令和元年${1 + Math.floor(random.uniform() * 4)}月${1 + Math.floor(random.uniform() * 28)}日`,
    ];
    for (const form of wrong) expect(readWrittenDate(form), form).toHaveProperty('refusal');
  }
});

it.each([
  ['大正元年7月30日', '1912-07-30'],
  ['T1.7.29', undefined],
  ['T15.12.24', '1926-12-24'],
  ['T15.12.25', undefined],
  ['S1.12.25', '1926-12-25'],
  ['S1.12.24', undefined],
  ['S64.1.7', '1989-01-07'],
  ['S64.1.8', undefined],
  ['H1.1.8', '1989-01-08'],
  ['平成元年1月7日', undefined],
  ['H31.4.30', '2019-04-30'],
  ['H31.5.1', undefined],
  ['R1.5.1', '2019-05-01'],
  ['R1.4.30', undefined],
])('at the border of an era %s is %s', (written, day) => {
  const read = readWrittenDate(written);
  expect('day' in read ? read.day : undefined).toBe(day);
  if (day !== undefined) expect(readWrittenDate(writtenDay(day, 'era'))).toEqual({ day });
});
