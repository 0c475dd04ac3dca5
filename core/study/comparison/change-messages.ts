import { type Language, type Sentence, say } from '../../base/message.ts';
import type { ProtocolChange } from './compare-protocols.ts';

const parts: { readonly [P in ProtocolChange['part']]: Sentence } = {
  panel: { en: 'Panel entry', ja: 'パネル項目' },
  compensation: { en: 'Compensation', ja: '蛍光補正' },
  scale: { en: 'Scale of', ja: '軸スケール' },
  gate: { en: 'Gate of', ja: 'ゲート' },
  'absent-markers': { en: 'What becomes of runs without a marker', ja: 'マーカーがない測定の扱い' },
  dimension: { en: 'Dimension', ja: '次元' },
  statistics: { en: 'statistics settings', ja: '統計設定' },
  quality: { en: 'Quality limits', ja: '品質基準' },
  specification: { en: 'Specification', ja: '規格' },
  residual: { en: 'Residual cell plan', ja: '残存細胞の計画書' },
  classifier: { en: 'Classification rules', ja: '判定規則' },
  metadata: { en: 'Metadata keywords', ja: 'メタデータのキーワード' },
  plots: { en: 'Arrangement of plots', ja: 'プロットの配置' },
  report: { en: 'Report settings', ja: '報告書の設定' },
};
const changes: { readonly [C in ProtocolChange['change']]: Sentence } = {
  added: { en: '{what} added', ja: '{what}を追加' },
  removed: { en: '{what} removed', ja: '{what}を削除' },
  changed: { en: '{what} changed', ja: '{what}を変更' },
};

/** A change of a protocol in words: "Gate of Lymphocytes/NK changed". */
export function changeText({ part, name, change }: ProtocolChange, language: Language): string {
  const what = parts[part][language];
  return say(changes[change], { what: name === undefined ? what : language === 'ja' ? `${what}「${name}」` : `${what} ${name}` }, language);
}
