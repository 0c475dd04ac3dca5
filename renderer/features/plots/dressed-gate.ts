import type { PlotGate } from '../../../core/statistics/histograms/plot-data.ts';
import { type GateLook, type LabelStatistic, lookOf } from '../../../core/study/arrangement/looks.ts';
import type { Translate } from '../../messages/language.ts';
import type { TitleOf } from '../../messages/population-titles.ts';
import { labelText } from './label-text.ts';
import type { messages } from './messages.ts';
import type { TileGate } from './tile-gates.ts';

/** How a person wants gates shown, in the window, in figures and on pages alike. */
export interface GateDress {
  readonly looks?: readonly GateLook[] | undefined;
  /** What labels say below the name. */
  readonly labels: readonly LabelStatistic[];
  /** What its populations are called; by their names without. */
  readonly titleOf?: TitleOf;
}

/** A gate in its colour, with what its labels say and where they were put. */
export function dressedGate(
  { id, plotGate, populations, numbers, isFew, isForeign }: TileGate,
  { looks, labels, titleOf }: GateDress,
  t: Translate<keyof typeof messages>,
): PlotGate {
  const own = populations.map(({ gate }) => lookOf(looks, id, gate?.part ?? 0));
  return {
    ...plotGate,
    ...(isForeign ? { isForeign } : {}),
    colour: own.find((look) => look?.colour !== undefined)?.colour,
    populations: plotGate.populations.map((population, i) => ({
      ...population,
      name: titleOf === undefined ? population.name : titleOf(populations[i]?.path ?? population.name),
      instead: isFew ? t('tooFew') : labelText(numbers[i], labels, t('ofTotal')),
      moved: own[i]?.label,
    })),
  };
}
