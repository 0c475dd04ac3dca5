import { fluorochromes } from '../fluorochromes.ts';
import { background, type Level, type Looks, type Population, populations } from '../populations.ts';
import type { Scene } from './scene.ts';

/** The spread of CD56 on dim NK cells, in decades. */
const SPREAD = 0.2;

/** Phenotypes of a scene's cells. */
export function looksOf({ monocytes, dimCd56, setting }: Scene): Looks {
  const monocyte: Population =
    monocytes === undefined
      ? populations.monocyte
      : {
          ...populations.monocyte,
          autofluorescence: monocytes.glow,
          levels: {
            ...populations.monocyte.levels,
            Viability: [Math.log10(monocytes.dye), 0.25],
            CD56: [Math.log10(monocytes.cd56), 0.25],
          },
        };
  if (dimCd56 === undefined) return { ...populations, monocyte };
  const cd56: Level = [Math.log10(levelAt(dimCd56.separation, setting?.gains?.CD56 ?? 1)), SPREAD];
  const with56 = (name: 'nk-cd56dim' | 'nkt-like' | 'gd-t-cd56'): Population => ({
    ...populations[name],
    levels: { ...populations[name].levels, CD56: cd56 },
  });
  return {
    ...populations,
    monocyte,
    'nk-cd56dim': with56('nk-cd56dim'),
    'nkt-like': with56('nkt-like'),
    'gd-t-cd56': with56('gd-t-cd56'),
  };
}

/** Signal whose median stands by `separation` standard deviations above that of cells without CD56, where the detector stands at `gain`. */
function levelAt(separation: number, gain: number): number {
  const { autofluorescence, electronics, unitsPerElectron } = fluorochromes.find(({ detector }) => detector === 'PE-A')!;
  const nothing = 10 ** background[0];
  const unspecific = nothing * Math.LN10 * background[1];
  const spread = Math.sqrt((electronics / gain) ** 2 + unitsPerElectron * (autofluorescence + nothing) + unspecific ** 2);
  return nothing + separation * spread;
}
