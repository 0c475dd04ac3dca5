import type { FcsContent } from '../core/data/fcs/write/write-content.ts';
import type { CultureId } from './culture-specs.ts';
import { cultures } from './culture-specs.ts';
import { type DrawnEvents, drawEvents, kinds } from './events.ts';
import { recordModern } from './instrument-modern.ts';
import { drawLot } from './lot.ts';
import { background, type Level, type Marker, markers, type PopulationName, populationNames } from './populations.ts';
import { type Random, seedRandom } from './random.ts';

/** A tube stained for leukaemic cells. */
export interface AtlOrder {
  readonly culture: CultureId;
  readonly seed: number;
  readonly events: number;
  /** Leukaemic cells (CD3dim CD4+ CADM1+ CD7−) for one live CD45+ cell. */
  readonly residual: number;
  /** Infected cells that are no leukaemic cells (CADM1+ CD7dim), for one live CD4+ T cell. */
  readonly infected?: number;
  readonly lot?: string;
  readonly donor?: string;
  readonly day?: number;
  /** CADM1 is left out of the staining. */
  readonly withoutCadm1?: boolean;
}

export interface AtlTube {
  readonly content: readonly FcsContent[];
  readonly truth: {
    readonly events: number;
    /** Live single cells but debris. */
    readonly live: number;
    readonly residual: number;
    readonly infected: number;
    /** 1 for a leukaemic cell, by event. */
    readonly isResidual: Uint8Array;
  };
}

/** The tube's panel uses two detectors for other markers than the panels of cultures. */
const cd7At: Marker = 'TCRgd';
const cadm1At: Marker = 'CD69';

const cd7: Level = [3.85, 0.16];
const cd7dim: Level = [3.1, 0.14];
const cadm1: Level = [4, 0.18];
/** Share of CD4+ T cells without CD7 in everybody. */
const withoutCd7 = 0.06;
/** How much CD3 a leukaemic cell has of a T cell's. */
const cd3Dim = 0.4;

/** Lymphoid cells that carry CD7. */
const carriers: readonly PopulationName[] = ['cd4-t', 'cd8-t', 'gd-t', 'nkt-like', 'gd-t-cd56', 'nk-cd56dim', 'nk-cd56bright'];

/** A simulated tube with CD7 and CADM1, into which leukaemic cells were put. The same order gives the same bytes. */
export function simulateAtl(order: AtlOrder): AtlTube {
  const { culture, seed, events: count, lot: name, donor, day, withoutCadm1 = false } = order;
  const random = seedRandom(seed);
  const events = drawEvents(drawLot(culture, name), count, random);
  const truth = stain(events, order, random);
  if (withoutCadm1) events.signals[markers.indexOf(cadm1At)]!.fill(0);
  const spec = cultures[culture];
  const keywords = new Map([
    ['$COM', 'SIMULATED DATA - computed, not measured; no cells of any person'],
    ...(name === undefined ? [] : [['$SMNO', name] as const, ['LOT NUMBER', name] as const]),
    ...(donor === undefined ? [] : [['DONOR PSEUDONYM', donor] as const]),
    ['CULTURE DAY', String(day ?? spec.day)],
    ['SIMULATED', 'yes'],
    ['SIMULATED SEED', String(seed)],
  ]);
  return { content: recordModern(events, 'atl', random, keywords), truth };
}

function stain(events: DrawnEvents, { residual, infected = 0 }: AtlOrder, random: Random): AtlTube['truth'] {
  const column = (marker: Marker): Float64Array => events.signals[markers.indexOf(marker)]!;
  const [sevens, cadms, threes] = [column(cd7At), column(cadm1At), column('CD3')];
  const around = ([median, spread]: Level): number => random.around(10 ** median, spread);
  const isResidual = new Uint8Array(events.count);
  const truth = { events: events.count, live: 0, residual: 0, infected: 0, isResidual };
  const live: number[] = [];
  const helpers: number[] = [];
  for (let event = 0; event < events.count; event++) {
    const name = populationNames[events.population[event]!];
    const isHelper = name === 'cd4-t';
    const has = name !== undefined && carriers.includes(name) && !(isHelper && random.chance(withoutCd7));
    sevens[event] = around(has ? cd7 : background);
    cadms[event] = around(background);
    if (kinds[events.kind[event]!] !== 'live') continue;
    live.push(event);
    if (isHelper) helpers.push(event);
  }
  truth.live = live.length;
  const wanted = Math.min(helpers.length, poisson(residual * live.length, random));
  for (let i = 0; i < wanted; i++) {
    const place = i + Math.floor(random.uniform() * (helpers.length - i));
    [helpers[i], helpers[place]] = [helpers[place]!, helpers[i]!];
    const event = helpers[i]!;
    isResidual[event] = 1;
    threes[event] = threes[event]! * cd3Dim;
    sevens[event] = around(background);
    cadms[event] = around(cadm1);
  }
  truth.residual = wanted;
  for (const event of helpers.slice(wanted))
    if (infected > 0 && random.chance(infected)) {
      sevens[event] = around(cd7dim);
      cadms[event] = around(cadm1);
      truth.infected++;
    }
  return truth;
}

/** A Poisson number; by the normal curve where it is large. */
export function poisson(mean: number, random: Random): number {
  if (mean > 500) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  let [left, count] = [mean, 0];
  for (left -= random.exponential(1); left > 0; left -= random.exponential(1)) count++;
  return count;
}
