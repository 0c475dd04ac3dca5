import { type CultureId, type CultureSpec, cultures, type Spread } from './culture-specs.ts';
import type { PopulationName } from './populations.ts';
import { seedRandom } from './random.ts';

type Drawn = { readonly [K in keyof CultureSpec as CultureSpec[K] extends Spread ? K : never]: number };

/** One lot of a culture: every between-lot quantity settled, in the units of `CultureSpec`. */
export interface Lot extends Drawn {
  readonly culture: CultureId;
  readonly cd56Gain: number;
}

export type LotOverride = Partial<Drawn>;

const ratios: readonly string[] = ['log10Cd4Cd8', 'blast'];

/** The lot called `name` (the culture's centre where there is none), with some quantities set by hand. */
export function drawLot(culture: CultureId, name?: string, override: LotOverride = {}): Lot {
  const spec: CultureSpec = cultures[culture];
  const random = seedRandom(`${culture}/${name ?? ''}`);
  const draw = (key: keyof Drawn): number => {
    const [centre, sd] = spec[key];
    const given = override[key];
    // Two standard deviations at most: a simulated lot should look like its method.
    const shift = Math.max(-2, Math.min(2, random.normal()));
    const value = given ?? (name === undefined ? centre : centre + sd * shift);
    if (given !== undefined || ratios.includes(key)) return value;
    return Math.max(Math.min(centre, 0.1), Math.min(value, 99.5));
  };
  const b = draw('b');
  const parts = fitParts({ nk: draw('nk'), nktLike: draw('nktLike'), t: draw('t') }, b, override);
  return {
    ...{ culture, cd56Gain: spec.cd56Gain, ...parts, b, monocytes: draw('monocytes') },
    ...{ log10Cd4Cd8: draw('log10Cd4Cd8'), gammaDelta: draw('gammaDelta'), cd16: draw('cd16'), cd69: draw('cd69') },
    ...{ cd56bright: draw('cd56bright'), hlaDr: draw('hlaDr'), nkBlasts: draw('nkBlasts'), tBlasts: draw('tBlasts'), blast: draw('blast') },
    ...{ viability: draw('viability'), debris: draw('debris'), doublets: draw('doublets') },
  };
}

/** Cells that are neither T, NK nor B are few: per cent of lymphoid cells. */
const others = { least: 0.5, most: 3.5 };

interface Parts {
  readonly nk: number;
  readonly nktLike: number;
  readonly t: number;
}

/** Independent draws do not add up: parts that nobody set by hand are scaled until what is left over is what others take. */
function fitParts(parts: Parts, b: number, given: LotOverride): Parts {
  const names = ['nk', 'nktLike', 't'] as const;
  const kept = names.reduce((sum, name) => sum + (given[name] ?? 0), 0);
  const free = names.reduce((sum, name) => sum + (given[name] === undefined ? parts[name] : 0), 0);
  const total = Math.max(100 - others.most - b, Math.min(100 - others.least - b, kept + free));
  const scale = free === 0 ? 1 : Math.max(0, total - kept) / free;
  return { nk: given.nk ?? parts.nk * scale, nktLike: given.nktLike ?? parts.nktLike * scale, t: given.t ?? parts.t * scale };
}

/** Share of each population among live CD45+ cells, summing to 1. */
export function populationShares(lot: Lot): Readonly<Record<PopulationName, number>> {
  const lymphoid = 1 - lot.monocytes / 100;
  const named = lot.nk + lot.nktLike + lot.t;
  // What is set by hand may pass 100 %.
  const scale = (Math.min(1, 100 / named) * lymphoid) / 100;
  const rest = Math.max(0, lymphoid - named * scale);
  const [nk, nktLike, t] = [lot.nk * scale, lot.nktLike * scale, lot.t * scale];
  const b = Math.min(rest, (lot.b / 100) * lymphoid);
  const cd4 = 1 - 1 / (1 + Math.exp(Math.LN10 * lot.log10Cd4Cd8));
  const gammaDelta = lot.gammaDelta / 100;
  const bright = lot.cd56bright / 100;
  return {
    'cd4-t': t * (1 - gammaDelta) * cd4,
    'cd8-t': t * (1 - gammaDelta) * (1 - cd4),
    'gd-t': t * gammaDelta,
    'nkt-like': nktLike * (1 - gammaDelta),
    'gd-t-cd56': nktLike * gammaDelta,
    'nk-cd56dim': nk * (1 - bright),
    'nk-cd56bright': nk * bright,
    b,
    monocyte: 1 - lymphoid,
    other: rest - b,
  };
}
