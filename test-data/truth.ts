import { marks } from './cell.ts';
import { lymphocyte } from './draw-cell.ts';
import { type DrawnEvents, kinds } from './events.ts';
import type { Lot } from './lot.ts';
import { type PopulationName, populationNames, populations } from './populations.ts';

/** What is known of a simulated sample because it was simulated. */
export interface SampleTruth {
  /** Index into `kinds`: live single cell, dead, doublet, debris. */
  readonly kind: Uint8Array;
  /** Index into `populationNames`; 255 for debris. */
  readonly population: Uint8Array;
  /** The second cell of a doublet, else 255. */
  readonly partner: Uint8Array;
  /** Bits of `marks` in cell.ts. */
  readonly marks: Uint8Array;
  /** Noise-free dye signals, in the order of `markers`: what compensation is to recover, autofluorescence aside. */
  readonly signals: readonly Float64Array[];
  readonly summary: TruthSummary;
}

/** Counts; populations and quarters among live single cells. Percentages follow from the counts drawn, not from the lot's settings. */
export interface TruthSummary {
  readonly lot: Lot;
  readonly events: number;
  readonly kinds: Readonly<Record<(typeof kinds)[number], number>>;
  readonly populations: Readonly<Record<PopulationName, number>>;
  /** Live single lymphoid cells (no monocytes) by CD3 and CD56. */
  readonly lymphoid: number;
  readonly nk: number;
  readonly nktLike: number;
  readonly t: number;
  readonly neither: number;
  readonly monocytes: number;
  readonly percent: {
    /** Of live single lymphoid cells. */
    readonly nk: number;
    readonly nktLike: number;
    readonly t: number;
    /** Of live single cells. */
    readonly monocytes: number;
    /** Live among single cells. */
    readonly viability: number;
    readonly cd16OfNk: number;
    readonly cd69OfNk: number;
    readonly hlaDrOfT: number;
    readonly gammaDeltaOfCd3: number;
    readonly blastsOfLymphoid: number;
  };
  /** Median FSC of live single lymphoid cells against that of a resting lymphocyte, before any detector. */
  readonly blastIndex: number;
  /** CD4+ over CD8+ (dim included) among CD3+ cells. */
  readonly cd4Cd8: number;
}

export function summariseTruth(events: DrawnEvents, lot: Lot): TruthSummary {
  const kindCounts = { live: 0, dead: 0, doublet: 0, debris: 0 };
  const counts: Record<PopulationName, number> = {
    ...{ 'cd4-t': 0, 'cd8-t': 0, 'gd-t': 0, 'nkt-like': 0, 'gd-t-cd56': 0 },
    ...{ 'nk-cd56dim': 0, 'nk-cd56bright': 0, b: 0, monocyte: 0, other: 0 },
  };
  const quarters = { nk: 0, 'nkt-like': 0, t: 0, neither: 0, monocyte: 0 };
  const forward: number[] = [];
  const marked = { cd4: 0, cd8: 0, cd16OfNk: 0, cd69OfNk: 0, hlaDrOfT: 0, gammaDelta: 0, blasts: 0 };
  for (let event = 0; event < events.count; event++) {
    const kind = kinds[events.kind[event]!] ?? 'debris';
    kindCounts[kind]++;
    const name = populationNames[events.population[event]!];
    if (kind !== 'live' || !name) continue;
    const { quarter } = populations[name];
    const has = (mark: number): number => ((events.marks[event]! & mark) === 0 ? 0 : 1);
    counts[name]++;
    quarters[quarter]++;
    if (quarter !== 'monocyte') {
      marked.blasts += has(marks.blast);
      forward.push(events.forward[event]!);
    }
    if (quarter === 'nk') {
      marked.cd16OfNk += has(marks.cd16);
      marked.cd69OfNk += has(marks.cd69);
    }
    if (quarter === 't' || quarter === 'nkt-like') {
      marked.cd4 += has(marks.cd4);
      marked.cd8 += has(marks.cd8);
      marked.hlaDrOfT += has(marks.hlaDr);
      marked.gammaDelta += name === 'gd-t' || name === 'gd-t-cd56' ? 1 : 0;
    }
  }
  const cd3 = quarters.t + quarters['nkt-like'];
  const lymphoid = cd3 + quarters.nk + quarters.neither;
  return {
    lot,
    events: events.count,
    kinds: kindCounts,
    populations: counts,
    ...{ lymphoid, nk: quarters.nk, nktLike: quarters['nkt-like'], t: quarters.t, neither: quarters.neither, monocytes: quarters.monocyte },
    percent: {
      nk: percent(quarters.nk, lymphoid),
      nktLike: percent(quarters['nkt-like'], lymphoid),
      t: percent(quarters.t, lymphoid),
      monocytes: percent(quarters.monocyte, kindCounts.live),
      viability: percent(kindCounts.live, kindCounts.live + kindCounts.dead),
      cd16OfNk: percent(marked.cd16OfNk, quarters.nk),
      cd69OfNk: percent(marked.cd69OfNk, quarters.nk),
      hlaDrOfT: percent(marked.hlaDrOfT, cd3),
      gammaDeltaOfCd3: percent(marked.gammaDelta, cd3),
      blastsOfLymphoid: percent(marked.blasts, lymphoid),
    },
    blastIndex: rounded(medianOf(forward) / lymphocyte.forward),
    cd4Cd8: marked.cd8 === 0 ? 0 : rounded(marked.cd4 / marked.cd8),
  };
}

/** Two decimals: enough for counts of thousands. 0 of 0 is 0. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 100;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function rounded(value: number): number {
  return Math.round(1000 * value) / 1000;
}
