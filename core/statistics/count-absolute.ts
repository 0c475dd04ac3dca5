import { and, count } from '../data/events/bitmask.ts';
import type { Population } from '../gating/strategy/population.ts';
import { type AbsoluteCount, type AbsoluteMethod, absoluteCount } from './absolute-count.ts';
import type { AbsoluteRequest } from './absolute-request.ts';
import { namedPopulation } from './named-population.ts';

/**
 * Why there is no number: the population, or that of the beads, is not in this sample; beads are among its events; a gate that it follows from, or
 * the beads do, needs a person; no bead was counted; the file says no volume; or events of that volume are missing, by quality control or because
 * the file was cut.
 */
export type AbsoluteWithheld =
  | 'population-absent'
  | 'beads-absent'
  | 'holds-beads'
  | 'red-gate'
  | 'no-beads'
  | 'volume-unknown'
  | 'events-missing';

/** Cells in a microlitre of one population, or why there is no such number. */
interface AbsoluteOfPopulation extends Partial<AbsoluteCount> {
  readonly population: string;
  readonly cells: number | undefined;
  readonly reason?: AbsoluteWithheld;
}

export interface AbsoluteResult {
  readonly request: AbsoluteRequest;
  /** What the cells were measured by; undefined where there was nothing to measure by. */
  readonly method: AbsoluteMethod | undefined;
  readonly populations: readonly AbsoluteOfPopulation[];
}

export interface CountedSample {
  /** All events first. */
  readonly populations: readonly Population[];
  /** Of the file, in microlitres. */
  readonly volume: number | undefined;
  /** Events that were acquired and are not among those. */
  readonly missingEvents: boolean;
}

/** Cells in a microlitre of every population that was asked for. */
export function countAbsolute(request: AbsoluteRequest, sample: CountedSample, confidence: number): AbsoluteResult {
  const { populations } = sample;
  const beads = request.by === 'beads' ? namedPopulation(populations, request.beads) : undefined;
  const holdsBeads = ({ members }: Population) => beads !== undefined && count(and(members, beads.members)) > 0;
  const measure = measureBy(request, beads, sample);
  const method = typeof measure === 'string' ? undefined : measure;
  const wanted =
    request.populations?.map((name) => namedPopulation(populations, name) ?? name) ??
    populations.filter((population) => population.path !== '' && population !== beads && !holdsBeads(population));
  return {
    request,
    method,
    populations: wanted.map((population): AbsoluteOfPopulation => {
      if (typeof population === 'string') return { population, cells: undefined, reason: 'population-absent' };
      const named = { population: population.path, cells: population.count };
      if (typeof measure === 'string') return { ...named, reason: measure };
      if (holdsBeads(population)) return { ...named, reason: 'holds-beads' };
      if (population.light === 'red') return { ...named, reason: 'red-gate' };
      return { ...named, ...absoluteCount(population.count, measure, request.dilution, confidence) };
    }),
  };
}

function measureBy(
  request: AbsoluteRequest,
  beads: Population | undefined,
  { volume, missingEvents }: CountedSample,
): AbsoluteMethod | AbsoluteWithheld {
  const { volumeUncertainty } = request;
  if (request.by === 'volume') {
    const drawn = request.volume === '$VOL' ? volume : request.volume;
    if (drawn === undefined) return 'volume-unknown';
    return missingEvents ? 'events-missing' : { by: 'volume', volume: drawn, volumeUncertainty };
  }
  if (beads === undefined) return 'beads-absent';
  if (beads.light === 'red') return 'red-gate';
  if (beads.count === 0) return 'no-beads';
  const { beadsAdded, beadsUncertainty, sampleVolume } = request;
  return { by: 'beads', beadEvents: beads.count, beadsAdded, beadsUncertainty, sampleVolume, volumeUncertainty };
}
