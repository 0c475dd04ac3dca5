import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** The tree of populations and their gates. */
export const own = {
  controlsUsed: { en: 'Controls in use by automatic gates: {count}.', ja: '自動ゲートに{count}個のコントロールを使います。' },
  severalRuns: {
    en: 'This session holds samples of {count} runs (plate, or instrument and day): controls of one say nothing of another. Open each run as a session of its own.',
    ja: 'このセッションには{count}個の測定ラン(プレート、または装置と測定日)の検体があります。コントロールは別の測定ランには使えないため、測定ランごとにセッションを分けてください。',
  },
  noRunControls: {
    en: 'No sample has the role FMO or unstained control: automatic gates use none.',
    ja: '区分がFMO・未染色コントロールの検体はないため、自動ゲートには使いません。',
  },
  removingTitle: { en: 'Remove the gate of {names}?', ja: '{names}のゲートを削除しますか?' },
  removingText: {
    en: '{below} populations below it go with it, in every sample of the session ({samples}). Undo brings them back.',
    ja: '下位の細胞集団 {below}個も、セッションの全 {samples}検体から削除されます。「元に戻す」で復元できます。',
  },
  removeAll: { en: 'Remove all', ja: 'すべて削除' },
  removed: {
    en: 'Removed: {names}, with {below} populations below, from {samples} samples. Undo brings it back.',
    ja: '削除: {names}(下位 {below}個、{samples}検体)。「元に戻す」で復元できます。',
  },
  copiedGate: { en: 'Copied: {name}', ja: 'コピー: {name}' },
  cutGate: { en: 'Cut: {name}. It moves when it is pasted.', ja: '切り取り: {name}(貼り付け時に移動します)' },
  copiedFrom: { en: 'Copied from {sample}', ja: '{sample}からコピー' },
  given: { en: '{name}: given to {samples} samples', ja: '{name}: {samples}検体に適用しました' },
  nothingToGive: {
    en: 'Nothing of "{name}" can be given to another sample: automatic gates are found in each sample by themselves.',
    ja: '「{name}」には他の検体に適用できるゲートがありません(自動ゲートは検体ごとに検出します)。',
  },
  andName: { en: ' and ', ja: ' かつ ' },
  orName: { en: ' or ', ja: ' または ' },
  notName: { en: 'not {name}', ja: '{name}以外' },
  grouped: { en: 'Gate of the group {group}', ja: 'グループ「{group}」のゲート' },
  ownScale: {
    en: 'A new gate is for all samples, and {axis} has a scale of its own in the group {group}: draw it in a sample of another group.',
    ja: '新しいゲートは全検体に適用されますが、{axis}にはグループ「{group}」独自のスケールがあります。他のグループの検体で描いてください。',
  },
  overridden: { en: 'Own gate in this sample', ja: 'この検体のみの個別ゲート' },
  newName: { en: 'New name', ja: '新しい名前' },
  expand: { en: 'Expand', ja: '展開' },
  collapse: { en: 'Collapse', ja: '折りたたむ' },
  noPopulations: { en: 'No gates yet. Draw one in a plot.', ja: 'ゲートはまだありません。プロット上に描いてください。' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
