import { bandwidthFor } from '../../density/density-range.ts';
import { type Cells, cellsOf, type Grid } from '../../density/grid-2d.ts';
import { findClusters, type Mode } from '../../density/modes-2d.ts';
import { type Component, type ComponentPrior, climb, type Mixture } from '../../density/t-mixture.ts';
import { type Anchors, readModes } from './four-way-anchors.ts';
import type { FourWaySetting } from './four-way-setting.ts';

export type FourParts = 0 | 1 | 2 | 3;

/** Which level a part has on each axis, in the order of a quadrant's populations: NK, NKT-like, T, double negative. */
export const sides = [
  ['negative', 'positive'],
  ['positive', 'positive'],
  ['positive', 'negative'],
  ['negative', 'negative'],
] as const;

export interface FourWayFit {
  readonly mixture: Mixture;
  /** The part that each component belongs to. */
  readonly parts: readonly FourParts[];
  /** Whether the events show the part; one that they do not show stays at its expected place, with weight 0. */
  readonly present: readonly boolean[];
  readonly modes: readonly Mode[];
  readonly anchors: Anchors;
}

/** Where the sample's own landmarks divide the left half. */
export interface KnownCuts {
  readonly x: number;
  readonly left: number;
  /** A mode of the left half above the cut, where the sample shows one. */
  readonly bright?: { readonly at: number; readonly share: number } | undefined;
}

/** With the mode above the cut, where the plane is too coarse to show it beside the negatives. */
function withBright(modes: readonly Mode[], { x, left, bright }: KnownCuts): readonly Mode[] {
  const own = modes.filter((mode) => mode.x < x);
  if (bright === undefined || own.length === 0 || own.some(({ y }) => Math.abs(y - bright.at) < Math.abs(left - bright.at))) return modes;
  const heaviest = own.reduce((most, mode) => (mode.share > most.share ? mode : most));
  return [...modes, { x: heaviest.x, y: bright.at, share: bright.share }];
}

/** The modes of the left half on the side of the cut on which they lie; levels follow. */
function anchoredBy(read: Anchors, modes: readonly Mode[], { x, left }: KnownCuts): Anchors {
  const parts = modes.map((mode, i): FourParts => (mode.x < x ? (mode.y >= left ? 0 : 3) : read.parts[i]!));
  const level = (side: 'negative' | 'positive'): number => {
    const own = modes.filter((_, i) => sides[parts[i]!][1] === side);
    const total = own.reduce((sum, { share }) => sum + share, 0);
    return own.length === 0 ? read.y[side] : own.reduce((sum, { share, y }) => sum + (share / total) * y, 0);
  };
  return { ...read, parts, y: { negative: level('negative'), positive: level('positive') } };
}

const START_SPREAD = 0.06;
const TURNS = 40;

/**
 * Fits the joint anchored mixture to a grid of CD3 x CD56 (or another pair): a t cluster for every mode, and one at the expected
 * place of each part that shows no mode; those stay only if the events ask for them.
 */
export function fitFourWay(grid: Grid, { priors, zeros, rare }: FourWaySetting, known?: KnownCuts): FourWayFit {
  const found = findClusters(grid, 1.6 * bandwidthFor(grid.total));
  const modes = known === undefined ? found : withBright(found, known);
  const read = readModes(modes, priors, zeros, rare);
  const anchors = known === undefined ? read : anchoredBy(read, modes, known);
  const cells = cellsOf(grid, 2);
  const variance = START_SPREAD ** 2;
  const lacking = ([0, 1, 2, 3] as const).filter((part) => !anchors.parts.includes(part));
  const parts: readonly FourParts[] = [...anchors.parts, ...lacking];
  const components = parts.map((part, i): Component => {
    const [x, y] = sides[part];
    const mode = modes[i];
    return {
      weight: mode === undefined ? 0.005 : Math.max(0.005, 0.97 * mode.share),
      mean: mode === undefined ? [anchors.x[x], anchors.y[y]] : [mode.x, mode.y],
      spread: [variance, 0, variance],
    };
  });
  const setting: Setting = { cells, parts, modes: modes.length, anchors };
  const first = settle(setting, { components, background: 0.02, logLikelihood: 0 }, TURNS);
  const stays = parts.map((_, i) => i < modes.length || isNeeded(setting, first, i));
  const kept = first.mixture.components.map((component, i) => (stays[i] ? component : { ...component, weight: 0 }));
  const { mixture } = stays.every(Boolean) ? first : settle(setting, { ...first.mixture, components: kept }, TURNS / 2);
  const present = ([0, 1, 2, 3] as const).map((part) => parts.some((own, i) => own === part && stays[i]));
  return { mixture, parts, present, modes, anchors };
}

interface Setting {
  readonly cells: Cells;
  readonly parts: readonly FourParts[];
  /** The first so many components began at a mode. */
  readonly modes: number;
  readonly anchors: Anchors;
}

interface Settled {
  readonly mixture: Mixture;
  readonly claimed: readonly number[];
}

function settle(setting: Setting, start: Mixture, turns: number): Settled {
  const { cells } = setting;
  let mixture = start;
  let claimed: readonly number[] = start.components.map(({ weight }) => weight * cells.total);
  for (let turn = 0; turn < turns; turn++) {
    const before = mixture.logLikelihood;
    ({ mixture, claimed } = climb(cells, mixture, priorsOf(setting, mixture.components, claimed)));
    if (turn > 8 && Math.abs(mixture.logLikelihood - before) < 1e-7 * Math.abs(before)) break;
  }
  return { mixture, claimed };
}

/** What an axis expects is worth so many events, and no component counts for more than so many when its level follows it. */
const LEVEL_EVENTS = 20;
const MOST_EVENTS = 300;
/** A component that began at a mode is free; one that did not is held at its place by this share of all events. */
const HOLD = 0.05;

/** Components of one level share its place and its spread: a part that is absent is expected where its neighbours say. */
function priorsOf(
  { cells, parts, modes, anchors }: Setting,
  components: readonly Component[],
  claimed: readonly number[],
): readonly ComponentPrior[] {
  const level = (axis: 0 | 1, side: 'negative' | 'positive') => {
    const at = (axis === 0 ? anchors.x : anchors.y)[side];
    let [events, mean, variance] = [LEVEL_EVENTS, LEVEL_EVENTS * at, LEVEL_EVENTS * START_SPREAD ** 2];
    for (const [i, component] of components.entries()) {
      if (i >= modes || sides[parts[i]!][axis] !== side) continue;
      const worth = Math.min(claimed[i]!, MOST_EVENTS);
      events += worth;
      mean += worth * component.mean[axis];
      variance += worth * component.spread[axis === 0 ? 0 : 2];
    }
    return { mean: mean / events, variance: variance / events };
  };
  const levels = ([0, 1] as const).map((axis) => ({ negative: level(axis, 'negative'), positive: level(axis, 'positive') }));
  return parts.map((part, i) => {
    const [x, y] = [levels[0]![sides[part][0]], levels[1]![sides[part][1]]];
    const hold = i < modes ? 10 : Math.max(50, HOLD * cells.total);
    return { mean: [x.mean, y.mean], meanEvents: i < modes ? 0 : hold, variance: [x.variance, y.variance], varianceEvents: hold };
  });
}

/** Fewer events than this show no population. */
const FEWEST = 20;
const BIC_GAIN = 10;

/** A component without a mode stays where it claims enough events and the Bayesian information criterion gains clearly by it. */
function isNeeded(setting: Setting, fit: Settled, i: number): boolean {
  if (fit.claimed[i]! < FEWEST) return false;
  const components = fit.mixture.components.map((component, k) => (k === i ? { ...component, weight: 0 } : component));
  const without = settle(setting, { ...fit.mixture, components }, 12);
  return 2 * (fit.mixture.logLikelihood - without.mixture.logLikelihood) - 6 * Math.log(setting.cells.total) > BIC_GAIN;
}
