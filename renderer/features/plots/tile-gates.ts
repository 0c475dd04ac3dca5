import { type Gate, kindOf } from '../../../core/gating/gates/gates.ts';
import { gateOnScales } from '../../../core/gating/strategy/gate-on-scale.ts';
import { lightOfGate } from '../../../core/gating/strategy/population.ts';
import type { UsedChannel } from '../../../core/gating/strategy/used-channels.ts';
import type { PlotGate } from '../../../core/statistics/histograms/plot-data.ts';
import type { PopulationResult } from '../../../core/statistics/population-result.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import type { LivePopulation } from '../../store/live-populations.ts';
import { parentPath } from '../../store/population-path.ts';
import type { GateDraft, Picture } from '../../store/state.ts';
import { orientGate } from './oriented-gate.ts';
import { isForeign, type Standing, standingOn } from './shown-on.ts';

/** A gate as one tile shows it. */
export interface TileGate {
  /** Of the strategy; a gate without one cannot be changed here. */
  readonly id: string | undefined;
  /** In the plot's coordinates. */
  readonly shown: Gate;
  /** Its dimensions, by the names of the plot's axes. */
  readonly axes: readonly string[];
  /** What it is drawn in once a hand has moved it: its own dimensions, or on another scale those of the plot. */
  readonly dimensions: readonly string[];
  /** In the order of the shown gate. */
  readonly populations: readonly PopulationResult[];
  /** With their numbers as they stand where a gate is held. */
  readonly numbers: readonly (LivePopulation | undefined)[];
  /** Drawn on another scale of these channels. */
  readonly isForeign: boolean;
  /** The parent holds fewer events than a percentage needs. */
  readonly isFew: boolean;
  /** Name, percentage and light for its labels. */
  readonly plotGate: PlotGate;
}

/** The channels of a tile's axes; no `y` on a histogram. */
interface ShownAxes {
  readonly x: UsedChannel | undefined;
  readonly y: UsedChannel | undefined;
}

/** What the numbers of a tile's gates follow. */
export interface TileNumbers {
  /** Those of the sample, by path, as they stand where a gate is held. */
  readonly live: ReadonlyMap<string, LivePopulation>;
  /** Events that a parent needs for its percentages to be shown. */
  readonly minimumEvents: number;
}

/** The gates below a tile's population that are drawn on its axes. A draft stands in the place of the gate that it moves. */
export function gatesOfTile(
  { populations, channels }: Pick<SampleAnalysis, 'populations' | 'channels'>,
  { tile, density, histogram }: Pick<Picture, 'tile' | 'density' | 'histogram'>,
  draft: GateDraft | undefined,
  numbers: TileNumbers,
): readonly TileGate[] {
  const axes: ShownAxes = { x: density?.x.channel ?? histogram?.x.channel, y: density?.y.channel };
  const groups = new Map<string, PopulationResult[]>();
  for (const population of populations) {
    if (population.gate === undefined || parentPath(population.path) !== tile.population) continue;
    const key = population.gate.id ?? JSON.stringify(population.gate.gate);
    groups.set(key, [...(groups.get(key) ?? []), population]);
  }
  const { live, minimumEvents } = numbers;
  const parent = live.get(tile.population)?.count;
  const isFew = parent !== undefined && parent < minimumEvents;
  return [...groups.values()].flatMap((members) => gateOf(members, axes, channels, draft, { live, isFew }) ?? []);
}

function gateOf(
  members: readonly PopulationResult[],
  axes: ShownAxes,
  channels: readonly UsedChannel[],
  draft: GateDraft | undefined,
  { live, isFew }: Pick<TileNumbers, 'live'> & Pick<TileGate, 'isFew'>,
): TileGate | undefined {
  const placed = members[0]?.gate;
  if (placed === undefined) return undefined;
  const isDrafted = draft?.id !== undefined && draft.id === placed.id;
  const standings = placed.dimensions.map((name) => onAxes(name, axes, channels));
  if (standings.length === 0 || standings.some((standing) => standing === undefined)) return undefined;
  const known = standings as readonly OnAxis[];
  const names = known.map(({ axis }) => axis);
  // a draft is in the plot's own scales already
  const gate = isDrafted
    ? draft.gate
    : gateOnScales(
        placed.gate,
        known.map(({ own }) => own),
        known.map(({ shown }) => shown),
      );
  const oriented = gate && orientGate(gate, names, { x: axes.x?.id ?? '', y: axes.y?.id });
  if (oriented === undefined) return undefined;
  const foreign = known.some(isForeign);
  // bounds are the same values on any scale; slanted edges are not, and an automatic gate belongs to its scale
  const isFree = !foreign || (placed.automatic === undefined && kindOf(placed.gate).isUpright);
  const light = isDrafted ? undefined : lightOfGate(placed);
  const shownPopulations = oriented.parts.flatMap((part) => members.find(({ gate: own }) => own?.part === part) ?? []);
  return {
    id: isFree ? placed.id : undefined,
    shown: oriented.gate,
    axes: names,
    dimensions: foreign ? names : placed.dimensions,
    populations: shownPopulations,
    numbers: shownPopulations.map(({ path }) => live.get(path)),
    isForeign: foreign,
    isFew,
    plotGate: {
      gate: oriented.gate,
      ...(light === undefined ? {} : { light }),
      populations: shownPopulations.map(({ name, path }) => {
        const { percentOfParent, standing } = live.get(path) ?? {};
        return { name, percentOfParent, isAbout: standing === 'about' };
      }),
    },
  };
}

interface OnAxis extends Standing {
  /** The name of the axis. */
  readonly axis: string;
}

function onAxes(name: string, { x, y }: ShownAxes, channels: readonly UsedChannel[]): OnAxis | undefined {
  for (const axis of [x, y]) {
    const standing = standingOn(name, axis, channels);
    if (standing !== undefined && axis !== undefined) return { ...standing, axis: axis.id };
  }
  return undefined;
}
