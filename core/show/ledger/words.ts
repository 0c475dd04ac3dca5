import { type Catalogue, type Language, type Sentence, say, type Values } from '../../base/message.ts';
import { stateWords } from '../../biology/ledger/book/states.ts';
import { verdictWords } from '../../biology/ledger/book/verdicts.ts';

/** Sentences under the names of a group. */
const named = <G extends string, K extends string>(group: G, of: { readonly [key in K]: Sentence }) =>
  Object.fromEntries(Object.entries<Sentence>(of).map(([key, sentence]) => [`${group}.${key}`, sentence])) as {
    readonly [key in `${G}.${K}`]: Sentence;
  };

/** What is said of lots and their cells. */
const words = {
  header: { en: 'Record of a lot', ja: 'ロット記録' },
  certificateHeader: { en: 'Record of a dose', ja: '投与液の記録' },
  lotTitle: { en: 'Lot {lot}', ja: 'ロット {lot}' },
  doseTitle: { en: 'Dose {dose}', ja: '投与液 {dose}' },
  lot: { en: 'Lot', ja: 'ロット' },
  donor: { en: 'Donor', ja: 'ドナー' },
  material: { en: 'Material', ja: '対象' },
  kind: { en: 'Kind', ja: '種類' },
  'kind.collection': { en: 'collection', ja: '採取' },
  'kind.culture': { en: 'culture', ja: '培養' },
  'kind.bag': { en: 'frozen bag', ja: '凍結バッグ' },
  'kind.thawed': { en: 'thawed bag', ja: '融解バッグ' },
  'kind.recultured': { en: 're-culture', ja: '再培養' },
  'kind.dose': { en: 'dose', ja: '投与液' },
  state: { en: 'Status', ja: '状態' },
  ...named('state', stateWords),
  'state.expired': { en: 'expired', ja: '期限切れ' },
  expires: { en: 'Expires', ja: '使用の期限' },
  hoursAfterThaw: { en: 'After the thaw cells may be used for {hours} hours.', ja: '融解後に使用できるのは{hours}時間です。' },
  cells: { en: 'Viable cells', ja: '生細胞数' },
  since: { en: 'Since', ja: '開始日' },
  from: { en: 'From', ja: '由来' },
  location: { en: 'Location', ja: '保管場所' },
  materials: { en: 'Materials', ja: '対象一覧' },
  tests: { en: 'Tests', ja: '試験' },
  test: { en: 'Test', ja: '試験項目' },
  value: { en: 'Value', ja: '値' },
  verdict: { en: 'Result', ja: '結果' },
  ...named('verdict', verdictWords),
  method: { en: 'Test method', ja: '試験の方法' },
  needed: { en: 'When needed', ja: '必要な時点' },
  'needed.release': { en: 'before release', ja: '出荷判定前' },
  'needed.conditional-release': { en: 'may be late in a conditional release', ja: '条件付き出荷では後日可' },
  'needed.follow-up': { en: 'afterwards', ja: '事後確認' },
  'needed.none': { en: 'not specified', ja: '規格なし' },
  limit: { en: 'Limit', ja: '限度' },
  near: { en: '{verdict}, near the limit', ja: '{verdict}(限度付近)' },
  specifiedBy: {
    en: 'Specification: {document}, version {version}, approved by {by} on {on}.',
    ja: '規格書:{document}、版{version}(承認:{by}、{on})。',
  },
  noSpecification: { en: 'No specification was set for the lot.', ja: 'このロットには規格が設定されていません。' },
  releases: { en: 'Decisions on release', ja: '出荷判定の記録' },
  openTests: { en: 'Tests not passed then', ja: '判定時に適合でない試験' },
  followUp: { en: 'Follow-up', ja: '結果の確認' },
  followUpBy: { en: '{by}, until {until}', ja: '{by}、期限{until}' },
  finding: {
    en: 'Entry {seq} would be refused today: {what}',
    ja: '{seq}番の記録は、現在の規則では記入できません: {what}',
  },
  plain: { en: '{textEn}', ja: '{textJa}' },
  deviations: { en: 'Deviations', ja: '逸脱' },
  open: { en: 'open', ja: '未完了' },
  closed: { en: 'closed', ja: '完了' },
  'as.collection': { en: 'blood or cells as collected', ja: '採取した血液または細胞' },
  'as.bag': { en: 'bag that was frozen elsewhere', ja: '他施設で凍結したバッグ' },
  yields: { en: 'Thaw and re-culture', ja: '融解と再培養' },
  frozenCells: { en: 'Frozen', ja: '凍結時' },
  thawedCells: { en: 'After thaw', ja: '融解後' },
  recovery: { en: 'Recovery', ja: '回収率' },
  startedCells: { en: 'Into re-culture', ja: '再培養の開始時' },
  grownCells: { en: 'Grown to', ja: '再培養後' },
  factor: { en: 'Factor', ja: '再培養の倍率' },
  doses: { en: 'Doses', ja: '投与' },
  planned: { en: 'Planned', ja: '予定細胞数' },
  nk: { en: 'NK cells', ja: 'NK細胞数' },
  outcome: { en: 'Infusion', ja: '投与結果' },
  'outcome.full': { en: 'full', ja: '全量' },
  'outcome.partial': { en: 'partial', ja: '一部' },
  'outcome.missed': { en: 'missed', ja: '未投与' },
  'outcome.none': { en: 'not yet', ja: '未実施' },
  given: { en: 'Given', ja: '投与細胞数' },
  on: { en: 'Date', ja: '日付' },
  events: { en: 'Events', ja: '記録' },
  event: { en: 'Event', ja: '記録' },
  by: { en: 'By', ja: '担当者' },
  what: { en: 'What', ja: '内容' },
  voids: { en: 'Voids entry {entry}. Reason: {reason}', ja: '{entry}番の記録を取り消し。理由: {reason}' },
  voided: { en: 'voided', ja: '取消済み' },
  correct: { en: 'correction', ja: '訂正(取消)' },
  balance: {
    en: 'Cells that came in: {in}. Held: {held}. Left: {out} (sampled {sampled}, lost {lost}, discarded {discarded}, retained {retained}, infused {infused}).',
    ja: '受入細胞数:{in}個、現在高:{held}個、払出:{out}個(検体採取{sampled}、損失{lost}、廃棄{discarded}、保存{retained}、投与{infused})。',
  },
  discrepancy: {
    en: '{material}: counted {counted}, by the book {book}. Nothing was averaged in.',
    ja: '{material}:計数値{counted}個に対し台帳は{book}個です。平均値は用いていません。',
  },
  alert: { en: '{test} failed: on hold {held}; given already {given}.', ja: '{test}が不適合となりました。保留:{held}、投与済み:{given}。' },
  nothing: { en: 'none', ja: 'なし' },
  labelOf: { en: 'Label of {material}', ja: '{material}のラベル' },
  labelSheet: { en: 'Labels, sheet {page} of {pages}', ja: 'ラベル {page}/{pages}枚目' },
  checkDigits: { en: 'Check digits: {digits}', ja: '検査数字: {digits}' },
  unsigned: {
    en: 'Names are as typed: nobody’s identity was checked. This record claims no compliance with any regulation.',
    ja: '担当者名は入力されたもので、本人確認は行っていません。本記録は法令等への適合を保証するものではありません。',
  },
  missing: { en: 'By the book, and not found: {bags}', ja: '台帳にあるが確認できないバッグ:{bags}' },
  unexpected: { en: 'Found, and not in the book: {bags}', ja: '台帳にないバッグ:{bags}' },
  reconciled: { en: 'All {count} bags are where the book has them.', ja: '台帳の{count}バッグをすべて確認しました。' },
  plan: { en: 'Planned doses', ja: '投与計画の一覧' },
  planWhat: { en: 'Act', ja: '作業' },
  'act.thaw': { en: 'Thaw for dose {number}', ja: '第{number}回投与の融解' },
  'act.dose': { en: 'Give dose {number}', ja: '第{number}回の投与' },
  when: { en: 'Due', ja: '期日' },
  'when.late': { en: 'overdue', ja: '予定日を超過' },
  'when.today': { en: 'today', ja: '本日' },
  'when.this-week': { en: 'within 7 days', ja: '7日以内' },
  'when.later': { en: 'later', ja: '8日以降' },
  dose: { en: 'Dose {number}', ja: '第{number}回投与' },
  movedSlot: { en: '{from} is closed: moved to {to}', ja: '{from}は休診日のため{to}に変更' },
  skippedSlot: { en: '{day} is closed: skipped', ja: '{day}は休診日のため中止' },
  provisional: { en: 'Holidays after {year} are provisional.', ja: '{year}年より後の祝日は暫定です。' },
} as const satisfies Catalogue;
/** Whether there is a word of this name. */
export const isWord = (key: string): key is keyof typeof words => Object.hasOwn(words, key);

export type Translate = (key: keyof typeof words, values?: Values) => string;

export const translator =
  (language: Language): Translate =>
  (key, values = {}) =>
    say(words[key], values, language);
