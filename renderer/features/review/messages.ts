import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** One gate of many samples side by side. */
export const own = {
  review: { en: 'Review of samples', ja: '検体の一括確認' },
  reviewGate: { en: 'Gate', ja: 'ゲート' },
  reviewOrder: { en: 'Sorted by', ja: '並べ替え' },
  orderDistance: { en: 'Distance from peers', ja: '同群からの距離' },
  orderLight: { en: 'Gate light', ja: 'ゲート評価' },
  orderChange: { en: 'Change against the standing result', ja: '現行結果からの変化' },
  orderName: { en: 'Name', ja: '名前' },
  reviewShare: { en: 'Shown', ja: '表示' },
  shareAll: { en: 'All', ja: 'すべて' },
  shareOpen: { en: 'To be judged', ja: '未確認' },
  shareReturned: { en: 'Sent back', ja: '差し戻し' },
  thumbnailSize: { en: 'Size', ja: 'サイズ' },
  sizeSmall: { en: 'Small', ja: '小' },
  sizeMedium: { en: 'Medium', ja: '中' },
  sizeLarge: { en: 'Large', ja: '大' },
  reviewFilter: { en: 'Filter by name, lot, donor, role', ja: '名前・ロット・ドナー・区分で絞り込み' },
  reviewCount: { en: '{shown} of {all}; {judged} judged', ja: '{all}件中{shown}件、判定{judged}件' },
  reviewNone: { en: 'No sample has a gate yet.', ja: 'ゲートのある検体がまだありません。' },
  reviewKeys: {
    en: 'Arrows: to another sample · Enter: larger · A: accept · R: send back · U: take back · Space: choose · G: apply this gate to the chosen',
    ja: '矢印: 移動 · Enter: 拡大 · A: 承認 · R: 差し戻し · U: 判定取り消し · Space: 選択 · G: 選択した検体に適用',
  },
  largeKeys: {
    en: 'Arrows: move the gate (Shift: ten times) · B: next bound · Enter: keep the move · Esc: back · Page up, down: other samples',
    ja: '矢印: ゲートを移動(Shiftで10倍) · B: 次の境界 · Enter: 移動を適用 · Esc: 戻る · PageUp/Down: 前後の検体',
  },
  accepted: { en: 'accepted', ja: '承認' },
  returned: { en: 'sent back', ja: '差し戻し' },
  judgedOld: { en: '{verdict} before a change', ja: '{verdict}(変更前)' },
  judgedBy: { en: '{verdict} by {by}, {at}. {reason}', ja: '{verdict}: {by}、{at}。{reason}' },
  noGate: { en: 'no such gate', ja: '該当ゲートなし' },
  heldBack: { en: 'held back', ja: '保留' },
  beingDrawn: { en: 'being drawn', ja: '描画中' },
  reasonForReturn: { en: 'Why it is sent back', ja: '差し戻しの理由' },
  reasonForApply: { en: 'Why the chosen samples get this gate', ja: '選択した検体に適用する理由' },
  returnThem: { en: 'Send back', ja: '差し戻す' },
  applyThem: { en: 'Apply to {count}', ja: '{count}件に適用' },
  acceptIt: { en: 'Accept', ja: '承認' },
  returnIt: { en: 'Send back…', ja: '差し戻す…' },
  backToAll: { en: 'All samples', ja: '一覧に戻る' },
  keepMove: { en: 'Keep the move', ja: '移動を適用' },
  forgetMove: { en: 'Forget the move', ja: '移動を取り消し' },
  moved: { en: 'moved, not counted yet', ja: '移動中(未計数)' },
  wholeGate: { en: 'Whole gate', ja: 'ゲート全体' },
  boundMin: { en: 'lower bound', ja: '下限' },
  boundMax: { en: 'upper bound', ja: '上限' },
  boundDivider: { en: 'divider', ja: '境界' },
  boundVertex: { en: 'corner {number}', ja: '頂点{number}' },
  boundCentre: { en: 'centre', ja: '中心' },
  movesWith: { en: 'Arrows move', ja: '矢印で動かす対象' },
  why: { en: 'Why it stands apart', ja: '外れている理由' },
  movedInReview: { en: 'Moved in review', ja: '確認時に移動' },
  appliedTo: { en: 'Applied to {count} samples', ja: '{count}検体に適用しました' },
  notApplied: {
    en: 'The gate cannot stand in {count} of the chosen samples: their channels or scales have no place for it.',
    ja: '選択した検体のうち{count}件には適用できません(対応するチャンネルまたはスケールがありません)。',
  },
  leftOut: {
    en: '{count} samples were left out: they have no such gate, or are being recalculated.',
    ja: '{count}検体は対象外です(該当ゲートなし、または再計算中)。',
  },
  nothingToJudge: {
    en: 'Nothing to judge: the samples have no such gate, or are being recalculated.',
    ja: '判定できる検体がありません(該当ゲートなし、または再計算中)。',
  },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const satisfies Catalogue;
export type MessageKey = keyof typeof messages;
