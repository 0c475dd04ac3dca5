import type { Catalogue } from '../../core/base/message.ts';

/** What follows from the populations: composition and call. The words of the report (core/show/report/words.ts). */
export const resultWords = {
  callHeading: { en: 'Culture method', ja: '培養法の判定' },
  consistentWith: { en: 'The measured composition is consistent with', ja: '測定された細胞組成は次の培養法と矛盾しません' },
  consistentShort: { en: 'consistent with {group}', ja: '{group}と矛盾しない' },
  noCall: { en: 'The measurements do not single out a culture method', ja: '測定結果からは培養法を特定できません' },
  callCaveat: {
    en: '“Consistent with” compares this sample with the profiles of the protocol. It does not prove how the cells were cultured.',
    ja: '「矛盾しない」とは、プロトコルの基準プロファイルと比較した結果であり、実際の培養法を証明するものではありません。',
  },
  method: { en: 'Method within the group', ja: 'グループ内の培養法' },
  declared: { en: 'Declared', ja: '申告' },
  reasons: { en: 'Reasons', ja: '判定根拠' },
  met: { en: 'met', ja: '該当' },
  notMet: { en: 'not met', ja: '非該当' },
  missing: { en: 'What would decide', ja: '判定に必要な測定項目' },

  composition: { en: 'Composition', ja: '細胞組成' },
  compositionOf: { en: 'Percent of {denominator}', ja: '{denominator}に占める割合 (%)' },
  compositionEmpty: { en: 'No sample has a CD3 × CD56 composition yet.', ja: 'CD3×CD56の構成比が得られた検体はまだありません。' },
  roleNk: { en: 'NK cells', ja: 'NK細胞' },
  roleNkt: { en: 'NKT-like cells', ja: 'NKT様細胞' },
  roleT: { en: 'T cells', ja: 'T細胞' },
  roleDn: { en: 'Neither', ja: 'どちらでもない' },
  drawing: { en: 'Drawing the chart', ja: 'グラフを描画中' },
} as const satisfies Catalogue;
