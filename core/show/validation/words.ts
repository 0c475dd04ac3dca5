import { type Catalogue, type Language, say, type Values } from '../../base/message.ts';

const words = {
  title: { en: 'Automatic gates against two persons', ja: '自動ゲートと2人の手動ゲートの比較' },
  subtitle: {
    en: '{files} files gated by {a} and by {b}; protocol {protocol}, revision {revision}',
    ja: '{a}と{b}がそれぞれゲートした{files}ファイル、プロトコル {protocol}(第{revision}版)',
  },
  header: { en: 'Own validation', ja: '自施設バリデーション' },
  lead: {
    en: '{quantity}: automatic less the mean of both persons {bias} points (95 % interval {low} to {high}); limits of agreement {lower} to {upper}.',
    ja: '{quantity}: 自動−2人の平均は{bias}ポイント(95%区間 {low}〜{high})、一致限界 {lower}〜{upper}。',
  },
  personsLead: {
    en: 'Between the persons ({b} less {a}): {bias} points ({low} to {high}); limits of agreement {lower} to {upper}.',
    ja: '2人の間({b}−{a}): {bias}ポイント({low}〜{high})、一致限界 {lower}〜{upper}。',
  },
  noLead: {
    en: 'There is no agreement to tell: fewer than three files in which both persons placed a gate that leads to {quantity}.',
    ja: '{quantity}に関わるゲートを2人とも置いたファイルが3件未満のため、一致度を求められません。',
  },
  agreement: { en: 'Agreement, in points of percent', ja: '一致度(パーセントポイント)' },
  quantity: { en: 'Of', ja: '項目' },
  files: { en: 'Files', ja: 'ファイル数' },
  bias: { en: 'Automatic less both (95 %)', ja: '自動−2人の平均(95%区間)' },
  lower: { en: 'Lower limit (95 %)', ja: '下の一致限界(95%区間)' },
  upper: { en: 'Upper limit (95 %)', ja: '上の一致限界(95%区間)' },
  limits: { en: 'Limits of agreement', ja: '一致限界' },
  between: { en: 'Between persons (limits)', ja: '2人の間(一致限界)' },
  note: {
    en: 'Bland and Altman 1986. A file counts where both persons placed the gate or one above it. {withheld} values of red gates are left out, since the product gives none.',
    ja: 'BlandとAltman 1986による。2人とも当該ゲートかその上位のゲートを置いたファイルだけを数えます。赤のゲートの値{withheld}件は本ソフトが値を出さないため除きました。',
  },
  more: { en: '{count} further populations stand in the JSON document.', ja: 'ほか{count}集団はJSON文書にあります。' },
  figure: {
    en: '{quantity}: automatic less the mean of both persons, against the mean of the two',
    ja: '{quantity}: 自動−2人の平均(横軸は両者の平均)',
  },
  causes: { en: 'Which gates move {quantity}', ja: '{quantity}を動かすゲート' },
  gate: { en: 'Gate', ja: 'ゲート' },
  person: { en: 'Person', ja: '人' },
  mean: { en: 'Mean, points', ja: '平均(ポイント)' },
  largest: { en: 'Largest', ja: '最大' },
  file: { en: 'in', ja: 'ファイル' },
  causesNote: {
    en: 'One gate of the person at a time in place of the automatic one, the others automatic; together they may move more or less.',
    ja: '自動ゲートを1つずつその担当者のゲートに置き換えた場合の変化です。同時に置き換えた変化とは異なることがあります。',
  },
  repeats: {
    en: 'Repeatability of {person}: standard deviation within a file {sd} points (95 % interval {low} to {high}, {pairs} files gated twice); two readings differ by less than {coefficient} points in 95 of 100 cases.',
    ja: '{person}の再現性: ファイル内標準偏差 {sd}ポイント(95%区間 {low}〜{high}、2回ゲートした{pairs}ファイル)。2回の差は100回中95回、{coefficient}ポイント未満です。',
  },
  noRepeats: {
    en: 'Repeatability: fewer than three files were gated twice by one person.',
    ja: '再現性: 同じ担当者が2回ゲートしたファイルが3件未満のため、求められません。',
  },
  ungated: { en: 'Without a gate of a person: {list}.', ja: '手動のゲートがないファイル: {list}。' },
  changed: { en: 'Changed outside this software: {list}.', ja: '本ソフトウェア以外で変更されたセッション: {list}。' },
} as const satisfies Catalogue;
type WordKey = keyof typeof words;

export const translator =
  (language: Language) =>
  (key: WordKey, values: Values = {}): string =>
    say(words[key], values, language);
