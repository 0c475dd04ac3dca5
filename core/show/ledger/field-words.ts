import type { Language, Sentence } from '../../base/message.ts';
import { formatCount } from '../plot/number-format.ts';
import { isWord, translator } from './words.ts';

/** What the parts of an event are called. */
const fieldWords: { readonly [field: string]: Sentence } = {
  material: { en: 'material', ja: '対象' },
  materials: { en: 'materials', ja: '対象' },
  donor: { en: 'donor', ja: 'ドナー' },
  lot: { en: 'lot', ja: 'ロット' },
  from: { en: 'from', ja: '由来' },
  into: { en: 'into', ja: '分割先' },
  bags: { en: 'bags', ja: 'バッグ' },
  cells: { en: 'cells', ja: '細胞数' },
  count: { en: 'counted', ja: '計数' },
  total: { en: 'cells in all', ja: '総細胞数' },
  viable: { en: 'viable cells', ja: '生細胞数' },
  viability: { en: 'viability, %', ja: '生細胞率 (%)' },
  cv: { en: 'CV', ja: '変動係数' },
  litres: { en: 'blood processed, L', ja: '処理血液量 (L)' },
  volumeMl: { en: 'volume, mL', ja: '液量 (mL)' },
  lost: { en: 'cells lost', ja: '損失した細胞数' },
  planned: { en: 'cells planned', ja: '予定の細胞数' },
  nkPercent: { en: 'NK of viable cells, %', ja: '生細胞中のNK細胞率 (%)' },
  nkSource: { en: 'source of the NK share', ja: 'NK細胞率の出典' },
  cap: { en: 'most cells of a dose', ja: '投与細胞数の上限' },
  override: { en: 'exception', ja: '例外' },
  method: { en: 'culture by', ja: '方法' },
  location: { en: 'place of storage', ja: '保管する場所' },
  to: { en: 'shipped to', ja: '出荷先' },
  test: { en: 'test', ja: '試験項目' },
  verdict: { en: 'result', ja: '結果' },
  value: { en: 'value', ja: '値' },
  outcome: { en: 'infusion', ja: '投与結果' },
  reason: { en: 'reason', ja: '理由' },
  note: { en: 'remarks', ja: '備考' },
  deviation: { en: 'deviation', ja: '逸脱' },
  text: { en: 'what happened', ja: '逸脱の内容' },
  event: { en: 'entry', ja: '対象の記録' },
  pending: { en: 'tests pending', ja: '結果待ちの試験' },
  followUp: { en: 'follow-up', ja: '結果の確認' },
  until: { en: 'until', ja: '期限' },
  by: { en: 'by', ja: '担当者' },
  document: { en: 'document of the specification', ja: '規格書' },
  version: { en: 'version of the document', ja: '規格書の版' },
  approved: { en: 'approved', ja: '承認' },
  on: { en: 'date', ja: '日付' },
  tests: { en: 'tests', ja: '試験' },
  unit: { en: 'unit', ja: '単位' },
  atLeast: { en: 'lower limit', ja: '下限' },
  atMost: { en: 'upper limit', ja: '上限' },
  expected: { en: 'result expected', ja: '期待される結果' },
  needed: { en: 'when needed', ja: '必要な時点' },
  low: { en: 'lower end', ja: '区間の下端' },
  high: { en: 'upper end', ja: '区間の上端' },
  label: { en: 'label read', ja: '読み取ったラベル' },
  witness: { en: 'second person', ja: '2人目の確認者' },
  time: { en: 'time of the act', ja: '実施時刻' },
  expires: { en: 'may be used until', ja: '有効期限' },
  hoursAfterThaw: { en: 'hours of use after thaw', ja: '融解後の使用時間 (h)' },
  days: { en: 'days of doses', ja: '投与日' },
  number: { en: 'number of the dose', ja: '投与の回数' },
  thaw: { en: 'day of the thaw', ja: '融解日' },
  as: { en: 'received as', ja: '受入の区分' },
  sender: { en: 'received from', ja: '受入元' },
  reculture: { en: 'start of re-culture', ja: '再培養の開始日' },
  runs: { en: 'runs', ja: '測定' },
};

/** What an event says, field by field, as it was written. */
export function bodyText(body: unknown, language: Language): string {
  if (Array.isArray(body)) return body.map((part: unknown) => bodyText(part, language)).join('; ');
  // cells are whole; what is not, as litres or a CV, stands as it was written
  if (typeof body === 'number') return Number.isInteger(body) ? formatCount(body) : String(body);
  if (typeof body !== 'object' || body === null) return String(body);
  return Object.entries(body)
    .map(([field, value]) => {
      const name = fieldWords[field]?.[language] ?? field;
      const word = `${field}.${String(value)}`;
      if (isWord(word)) return `${name}: ${translator(language)(word)}`;
      return typeof value === 'object' ? `${name}: (${bodyText(value, language)})` : `${name}: ${bodyText(value, language)}`;
    })
    .join(', ');
}
