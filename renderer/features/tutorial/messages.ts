import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';
import type { StepName } from './steps.ts';

const stepTitles: Catalogue<`step.${StepName}`> = {
  'step.open': { en: 'Open simulated data', ja: '模擬データを開く' },
  'step.gated': { en: 'Look at a gate', ja: 'ゲートを見る' },
  'step.details': { en: 'Enter the lot and the culture day', ja: 'ロット番号と培養日数を入力する' },
  'step.moved': { en: 'Move a gate', ja: 'ゲートを動かす' },
  'step.undone': { en: 'Undo the move', ja: '移動を元に戻す' },
  'step.called': { en: 'Read the call of the culture method', ja: '培養法の判定を読む' },
  'step.quality': { en: 'Look at the acquisition', ja: '測定品質を確認する' },
  'step.reviewed': { en: 'Review a gate', ja: 'ゲートを確認して承認する' },
  'step.saved': { en: 'Save the session to a file', ja: 'セッションをファイルに保存する' },
  'step.reported': { en: 'Write the certificate', ja: '試験成績書を書き出す' },
};

const stepTexts: Catalogue<`how.${StepName}`> = {
  'how.open': {
    en: 'Ten files of invented cells, one for each kind of culture. They are read and gated at once.',
    ja: '架空の細胞による10件のファイルです(培養の種類ごとに1件)。開くと自動でゲーティングされます。',
  },
  'how.gated': {
    en: 'Choose a population on the left. On the right stand its rating (good, review or manual review required) and the evidence for it.',
    ja: '左の一覧で細胞集団を選択してください。右にゲート評価(良好・要確認・要判断)とその根拠が表示されます。',
  },
  'how.details': {
    en: 'On the right, under Sample details: lot, donor under a pseudonym, culture day. Enter takes each.',
    ja: '右の「検体情報」にロット番号、ドナー(仮名)、培養日数を入力し、Enterキーで入力します。',
  },
  'how.moved': {
    en: 'Choose a gate in a plot and drag it, or type another bound on the right. What follows from it is counted while it moves.',
    ja: 'プロットのゲートを選択してドラッグするか、右で境界の値を入力します。移動中も下位の集団が計数されます。',
  },
  'how.undone': {
    en: 'Every act can be undone, and stays in the audit trail with its undoing.',
    ja: 'すべての操作は元に戻せます。操作と取り消しの両方が監査証跡に残ります。',
  },
  'how.called': {
    en: 'The page Culture says which methods the composition is consistent with, why, and what else would have to be measured.',
    ja: '「培養法」のページに、細胞組成と矛盾しない培養法、その根拠、判定に必要な測定項目が表示されます。',
  },
  'how.quality': {
    en: 'Flow rate and peaks over time, events off scale, carry-over. A steady run is rated good.',
    ja: '流速とピーク位置の経時変化、スケール外、キャリーオーバーを確認します。安定した測定は「良好」です。',
  },
  'how.reviewed': {
    en: 'The page Review shows one gate of all samples. Choose a sample, and press A to accept it.',
    ja: '「確認」のページに、1つのゲートが全検体分並びます。検体を選択し、Aキーで承認します。',
  },
  'how.saved': {
    en: 'The session keeps the gates, details and audit trail; the files of events stay where they are.',
    ja: 'セッションにはゲート、検体情報、監査証跡が保存されます。イベントのファイルは元の場所のままです。',
  },
  'how.reported': {
    en: 'A PDF of one page with annexes: identity, results, verdict, what was changed by hand, and room for three signatures.',
    ja: '1ページと別紙からなるPDFです。検体、結果、判定、手動での変更、3つの署名欄が入ります。',
  },
};

export const own = {
  ...stepTitles,
  ...stepTexts,
  tutorial: { en: 'Tutorial', ja: 'チュートリアル' },
  tutorialAt: { en: 'Step {step} of {steps}', ja: '手順 {step} / {steps}' },
  tutorialDone: { en: 'All ten steps are done.', ja: '10の手順がすべて完了しました。' },
  tutorialNext: {
    en: 'Your own files go the same way; F1 opens the guides.',
    ja: 'お手元のファイルも同じ手順で解析できます。F1キーでガイドを開きます。',
  },
  tutorialClose: { en: 'Close the tutorial', ja: 'チュートリアルを閉じる' },
  stepIsDone: { en: 'done', ja: '完了' },
  stepIsOpen: { en: 'to do', ja: '未' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own };
