import { canonicalJson } from '../../base/chain/canonical-json.ts';
import type { KeptLysis, KeptPlate } from './kept-plate.ts';
import type { PlateVerdict, UnitsOfAxis } from './plate-result.ts';

/** Lysis of one E:T that is another one, or is there on one side alone. */
interface LysisChange {
  readonly effector: string;
  readonly ratio: number | undefined;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** Lytic units by the assay's own effectors that are others. */
interface UnitsChange {
  readonly effector: string;
  readonly percent: number;
  readonly before: UnitsOfAxis | undefined;
  readonly after: UnitsOfAxis | undefined;
}

/** What two results of one plate say otherwise. */
export interface PlateChange {
  readonly name: string;
  readonly engines: readonly [before: string, after: string];
  readonly revisions: readonly [before: number, after: number];
  readonly verdict: readonly [before: PlateVerdict, after: PlateVerdict];
  readonly lysis: readonly LysisChange[];
  readonly units: readonly UnitsChange[];
}

/** A share of a value that no rounding moves, and points. */
const SAME = 1e-6;

/** Undefined where neither lysis, nor lytic units, nor the verdict differ. */
export function comparePlateResults(before: KeptPlate, after: KeptPlate): PlateChange | undefined {
  const [lysis, units] = [lysisChanges(before, after), unitsChanges(before, after)];
  if (lysis.length === 0 && units.length === 0 && before.verdict === after.verdict) return undefined;
  return {
    name: after.plate.name,
    engines: [before.engine, after.engine],
    revisions: [before.assay.revision, after.assay.revision],
    verdict: [before.verdict, after.verdict],
    ...{ lysis, units },
  };
}

function lysisChanges(before: KeptPlate, after: KeptPlate): readonly LysisChange[] {
  const key = ({ effector, ratios, form }: KeptLysis) => canonicalJson(JSON.parse(JSON.stringify([effector, ratios, form])));
  return paired(before.lysis, after.lysis, key).flatMap(([a, b]) => {
    const { effector, ratios } = (a ?? b)!;
    if (a !== undefined && b !== undefined && Math.abs(a.lysis - b.lysis) < SAME) return [];
    return [{ effector, ratio: ratios.total ?? ratios.viable, before: a?.lysis, after: b?.lysis }];
  });
}

/** Results of before they were kept with their units say nothing of them. */
function unitsChanges(before: KeptPlate, after: KeptPlate): readonly UnitsChange[] {
  if (before.units === undefined || after.units === undefined) return [];
  return paired(before.units, after.units, ({ effector, percent }) => JSON.stringify([effector, percent])).flatMap(([a, b]) => {
    const { effector, percent } = (a ?? b)!;
    return a !== undefined && b !== undefined && sameUnits(a.of, b.of) ? [] : [{ effector, percent, before: a?.of, after: b?.of }];
  });
}

function sameUnits(a: UnitsOfAxis | undefined, b: UnitsOfAxis | undefined): boolean {
  const [x, y] = [a, b].map((of) => (of?.state === 'value' ? of.value : of?.state === 'not-reached' ? of.below : undefined));
  return a?.state === b?.state && (x === undefined || y === undefined || Math.abs(x - y) <= SAME * Math.abs(x));
}

/** What stands on both sides, or on one. */
function paired<T>(
  before: readonly T[],
  after: readonly T[],
  key: (one: T) => string,
): readonly (readonly [T | undefined, T | undefined])[] {
  const [was, is] = [new Map(before.map((one) => [key(one), one])), new Map(after.map((one) => [key(one), one]))];
  return [...new Set([...was.keys(), ...is.keys()])].map((name) => [was.get(name), is.get(name)]);
}
