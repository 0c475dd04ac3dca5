import type { Sentence } from '../../base/message.ts';
import type { WellRow } from '../../study/killing/plate.ts';

/** What a well is for. */
export const roleWords: { readonly [R in WellRow['role'] as `role.${R}`]: Sentence } = {
  'role.target-alone': { en: 'targets alone', ja: '標的細胞のみ' },
  'role.maximum': { en: 'maximum release', ja: '最大遊離' },
  'role.effector-alone': { en: 'effectors alone', ja: '効果細胞のみ' },
  'role.test': { en: 'test', ja: '試験' },
  'role.blank': { en: 'blank', ja: 'ブランク' },
  'role.blank-detergent': { en: 'blank with detergent', ja: 'ブランク(界面活性剤)' },
  'role.beads': { en: 'beads', ja: 'ビーズ' },
};
