import { type Catalogue, type Language, say, type Values } from '../../base/message.ts';

/** What is said of a patient's course. */
const words = {
  header: { en: 'Course of a patient', ja: '治療経過' },
  title: { en: 'Course of {donor}', ja: '{donor}の経過' },
  subtitle: { en: 'Day 0: {start}', ja: '0日目:{start}' },
  doses: { en: 'Doses: viable cells given', ja: '投与生細胞数' },
  missed: { en: 'missed', ja: '未投与' },
  day: { en: 'Day', ja: '日数' },
  date: { en: 'Date', ja: '日付' },
  value: { en: 'Value', ja: '値' },
  source: { en: 'Source', ja: '出典' },
  item: { en: 'Item', ja: '項目' },
  figure: {
    en: 'Doses, NK activity, counts, temperature and markers on one time axis. Arrows are limits, not values; the band is the reference interval as the laboratory printed it.',
    ja: '投与、NK活性、細胞数、体温、マーカーを同じ時間軸で示します。矢印は測定値ではなく限界値、帯は検査機関の基準範囲です。',
  },
  doseTable: { en: 'Doses', ja: '投与' },
  dose: { en: 'Dose', ja: '投与液' },
  planned: { en: 'Planned', ja: '予定' },
  given: { en: 'Given', ja: '投与' },
  fever: { en: 'Fever after each dose', ja: '投与後の発熱' },
  peak: { en: 'Peak, °C', ja: '最高体温 (°C)' },
  peakAt: { en: 'Time of the peak', ja: '最高体温の時刻' },
  grade: { en: 'Grade (CTCAE 5.0)', ja: 'グレード (CTCAE v5.0)' },
  gradeOrMore: { en: '3 or more', ja: '3以上' },
  notMeasured: { en: 'not measured', ja: '測定なし' },
  feverNote: {
    en: 'From temperature alone, on the day of the dose and the next, until the next dose. Grade 4 needs its 24 hours.',
    ja: '体温のみから、投与当日と翌日(次回投与まで)について判定しています。グレード4の判定には24時間の持続確認が必要です。',
  },
  nk: { en: 'NK activity', ja: 'NK活性' },
  before: { en: 'Before', ja: '投与前' },
  highest: { en: 'Highest', ja: '最高値' },
  change: { en: 'Change', ja: '変化' },
  area: { en: 'Area, % × days', ja: '曲線下面積 (%×日)' },
  nkNote: {
    en: 'Only what was measured alike stands together. Under two values nothing is given.',
    ja: '同じ条件で測定した値だけをまとめています。2点未満では算出しません。',
  },
  controlLine: { en: '◇ control donor, ○ half of it or less, × plate not valid', ja: '◇対照ドナー ○対照の半分以下 ×プレート不成立' },
  dayOf: { en: 'day {day}', ja: '{day}日目' },
  doseNumber: { en: 'Dose {n} ({material}): {given}', ja: '{n}回目の投与({material}): {given}' },
  feverOf: { en: 'Highest temperature after it: {peak}', ja: '投与後の最高体温: {peak}' },
  nkBefore: { en: '{name} before it: {value} on {date}', ja: '投与前の{name}: {value}({date})' },
  interval: { en: '95 % interval', ja: '95%区間' },
  control: { en: 'Control donor (ratio)', ja: '対照ドナー(比)' },
  halfOrLess: { en: 'half or less', ja: '半分以下' },
  lot: { en: 'Lot', ja: 'ロット番号' },
  ofProduct: { en: 'cells of a product', ja: '製品の細胞' },
  invalid: { en: 'plate not valid', ja: 'プレート不成立' },
  cannotTell: { en: 'inconclusive', ja: '判定不能' },
  band: { en: 'Reference interval {band} ({laboratory}).', ja: '基準範囲 {band}({laboratory})' },
  left: { en: 'Not on the time line', ja: '時間軸に示せない結果' },
  why: { en: 'Why it is not there', ja: '示せない理由' },
  'no-date': { en: 'no single day is known', ja: '日付を1日に特定できません' },
  'no-ratio': { en: 'its E:T cannot be told', ja: 'E:T比を特定できません' },
  'not-valid': { en: 'no result stands for it', ja: '有効な結果がありません' },
  therapy: { en: 'Therapies', ja: '治療' },
  notes: { en: 'Reactions and notes', ja: '有害事象・備考' },
  shows: { en: 'It shows what was measured and judges nobody.', ja: '測定された値を示すもので、患者の評価は行いません。' },
  until: { en: '{from} to {until}', ja: '{from}〜{until}' },
  dayAxis: { en: 'Day from the first dose', ja: '初回投与からの日数' },
  dayAxisSeen: { en: 'Days from the first observation', ja: '最初の記録からの日数' },
} as const satisfies Catalogue;
export type Translate = (key: keyof typeof words, values?: Values) => string;

export const translator =
  (language: Language): Translate =>
  (key, values = {}) =>
    say(words[key], values, language);
