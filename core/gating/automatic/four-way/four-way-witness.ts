import { BINS, densityOf } from '../../density/density-1d.ts';
import { bandwidthFor, DENSITY_HIGH, DENSITY_LOW } from '../../density/density-range.ts';
import { findCut } from '../../density/find-cut.ts';
import { pointsBetween, rounded } from '../../density/sensitivity.ts';
import { onScale, usualPrior } from '../kind/cut-prior.ts';
import type { StepInput } from '../kind/step.ts';
import type { FourWayDividers } from './four-way-parts.ts';
import type { Warning } from './four-way-warnings.ts';

/** Markers beside the two axes that say whether the part x-y+ is what it is taken for. */
export interface Witnesses {
  /** Most of its cells carry one of these, and few other x-negative cells do: CD16 of NK cells. */
  readonly carried: readonly string[];
  /** Its cells carry none of these: CD19, CD14 of NK cells. */
  readonly lacking: readonly string[];
}

/** Points of the parent, and times the part, by which cells with a carried marker outnumber it: looked at, and not to be used. */
const OUTNUMBERED = [
  { light: 'amber', points: 2, times: 1.5 },
  { light: 'red', points: 2, times: 2 },
] as const;
/** Per cent of the part with a marker that it lacks. */
const FOREIGN = { amber: 15, red: 35 } as const;
/** Cells of the part that say anything. */
const FEWEST = 50;
const SPREAD = 4;

/** A part x-y+ that is less than this share of a left half of at least so many points is too small to be believed of its own. */
const UNLIKELY = { share: 0.05, points: 15 } as const;
/** Share of the cells x-y- that must be of a known other kind for these to be believed to be none of x-y+. */
const EXPLAINED = 0.5;

/**
 * What other markers of the sample say against the part x-y+. A marker without two kinds of cells says nothing. Where the left half is
 * large, hardly any of it is x-y+ and no marker says that this is so, dim cells cannot be told from none.
 * @param own, rest per cent of the parent in x-y+ and x-y-
 */
export function witnessWarnings(
  input: StepInput,
  { x, left }: FourWayDividers,
  { own, rest }: { readonly own: number; readonly rest: number },
  { carried, lacking }: Witnesses,
): readonly Warning[] {
  const { parts, parentCount } = input;
  const isLeft = (part: number, event: number) => parts[part]!.columns[0]![event]! < x.position;
  const isAbove = (part: number, event: number) => parts[part]!.columns[1]![event]! >= left.position;
  const shown = carried.flatMap((marker) => {
    const percent = positiveOf(input, marker, isLeft, isLeft);
    return percent === undefined ? [] : [{ marker, percent }];
  });
  const more = shown.flatMap(({ marker, percent }): readonly Warning[] => {
    const hit = OUTNUMBERED.findLast(({ points, times }) => percent > times * own && percent - own > points);
    const values = { marker, percent: rounded(percent, 1), own: rounded(own, 1) };
    return hit === undefined ? [] : [{ light: hit.light, evidence: { code: 'witness-more', values } }];
  });
  const isUnlikely = own + rest > UNLIKELY.points && own < UNLIKELY.share * (own + rest);
  if (isUnlikely) {
    const others = lacking.reduce(
      (sum, marker) => sum + (positiveOf(input, marker, anyEvent, (part, event) => isLeft(part, event) && !isAbove(part, event)) ?? 0),
      0,
    );
    const isVouched = shown.length > more.length || others > EXPLAINED * rest;
    return isVouched
      ? more
      : [...more, { light: 'red', evidence: { code: 'hardly-any', values: { own: rounded(own, 1), rest: rounded(rest, 1) } } }];
  }
  if ((own / 100) * parentCount < FEWEST) return more;
  const foreign = lacking.flatMap((marker): readonly Warning[] => {
    const percent = (100 * (positiveOf(input, marker, anyEvent, (part, event) => isLeft(part, event) && isAbove(part, event)) ?? 0)) / own;
    if (percent < FOREIGN.amber) return [];
    const light = percent < FOREIGN.red ? 'amber' : 'red';
    return [{ light, evidence: { code: 'witness-foreign', values: { marker, percent: rounded(percent, 0) } } }];
  });
  return [...more, ...foreign];
}

type Which = (part: number, event: number) => boolean;
const anyEvent: Which = () => true;

/** Cells of `counted` above the valley that a marker has among those of `shown`, per cent of the parent; undefined where it shows no valley. */
function positiveOf(input: StepInput, marker: string, shown: Which, counted: Which): number | undefined {
  const witness = input.witness?.(marker);
  if (witness === undefined) return undefined;
  const beside: StepInput = { ...input, parts: input.parts.map((part, i) => ({ ...part, columns: [witness.columns[i]!] })) };
  const bandwidth = bandwidthFor(input.parentCount);
  const density = (keep: Which) => densityOf(beside, 0, DENSITY_LOW, DENSITY_HIGH, bandwidth, keep);
  const all = density(shown);
  const cut = findCut(all, onScale(usualPrior, witness.zero), (bandwidth * BINS) / (DENSITY_HIGH - DENSITY_LOW), SPREAD);
  if (cut.basis !== 'valley') return undefined;
  const of = counted === shown ? all : density(counted);
  return (pointsBetween(of, cut.position, of.high) * of.total) / Math.max(1, input.parentCount);
}
