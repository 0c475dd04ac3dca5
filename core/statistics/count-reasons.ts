import type { Catalogue } from '../base/message.ts';
import type { AbsoluteWithheld } from './count-absolute.ts';
import type { ProliferationWithheld } from './count-generations.ts';

/** Why there is no absolute count. */
export const absoluteReasons: Catalogue<AbsoluteWithheld> = {
  'population-absent': { en: 'no such population in this sample', ja: 'この検体にない細胞集団' },
  'beads-absent': { en: 'no such population of beads in this sample', ja: 'この検体にビーズの集団がない' },
  'holds-beads': { en: 'beads are among its events', ja: 'ビーズを含む' },
  'red-gate': { en: 'manual review of its gate required (red)', ja: 'ゲートの評価が「要判断」' },
  'no-beads': { en: 'no bead was counted', ja: 'ビーズが計数されていない' },
  'volume-unknown': { en: 'the file has no $VOL', ja: 'ファイルに$VOLがない' },
  'events-missing': {
    en: 'events of the volume are missing (quality control, or a cut file)',
    ja: '測定した体積のイベントが欠けている(品質管理による除外、またはファイルの欠損)',
  },
};

/** Why there are no numbers of a dye dilution. */
export const proliferationReasons: Catalogue<ProliferationWithheld> = {
  'population-absent': { en: 'a generation is not in this sample', ja: 'この検体にない世代がある' },
  'red-gate': { en: 'manual review of the gate of a generation required (red)', ja: '世代のゲートの評価が「要判断」' },
  'generations-overlap': { en: 'an event is in two generations', ja: '2つの世代に含まれるイベントがある' },
  'no-cells': { en: 'no cell in any generation', ja: 'どの世代にも細胞がない' },
};
